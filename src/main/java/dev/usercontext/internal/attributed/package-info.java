/**
 * The interceptors of {@link dev.usercontext.UserAttributed}, and of {@code @Asynchronous} methods.
 * They are several, since what they wrap stands between them: {@code @Asynchronous} has priority 5,
 * {@code @WithSpan} 100.
 */
@NullMarked
package dev.usercontext.internal.attributed;

import org.jspecify.annotations.NullMarked;
