/**
 * Where spans are kept and asked for: {@link dev.usercontext.dashboard.store.SpanStore}, its
 * questions and answers.
 */
@NullMarked
package dev.usercontext.dashboard.store;

import org.jspecify.annotations.NullMarked;
