/** From an address and what people type to a {@link dev.usercontext.dashboard.store.SpanFilter}. */
@NullMarked
package dev.usercontext.dashboard.query;

import org.jspecify.annotations.NullMarked;
