/**
 * What a call costs, in whole nano-USD: a cheap model's token costs less than a micro-dollar, and
 * sums of doubles drift.
 */
@NullMarked
package dev.usercontext.dashboard.cost;

import org.jspecify.annotations.NullMarked;
