/**
 * The user of one request: {@link dev.usercontext.internal.request.RequestUser} is created at its
 * start, whoever it may turn out to be, and asks an {@link
 * dev.usercontext.internal.request.IdentitySource} once somebody wants to know.
 */
@NullMarked
package dev.usercontext.internal.request;

import org.jspecify.annotations.NullMarked;
