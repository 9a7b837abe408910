/** What a call of a language model is, and what it costs. */
@NullMarked
package dev.usercontext.dashboard.cost;

import org.jspecify.annotations.NullMarked;
