/** A span as it is kept. */
@NullMarked
package dev.usercontext.dashboard.model;

import org.jspecify.annotations.NullMarked;
