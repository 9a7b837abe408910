/** What this library says of itself: messages with codes, and counters. */
@NullMarked
package dev.usercontext.internal.diagnostics;

import org.jspecify.annotations.NullMarked;
