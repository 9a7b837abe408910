/**
 * What applications import: the value {@link dev.usercontext.UserContext}, the interceptor binding
 * {@link dev.usercontext.UserAttributed} with its parameter annotations, the counters, and {@link
 * dev.usercontext.UserPseudonyms}, which finds a user in what was recorded.
 *
 * <p>{@link dev.usercontext.spi} holds what an application may implement. Everything below {@code
 * dev.usercontext.internal} may change in any release.
 */
@NullMarked
package dev.usercontext;

import org.jspecify.annotations.NullMarked;
