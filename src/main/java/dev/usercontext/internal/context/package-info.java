/**
 * The value and its scopes. {@link dev.usercontext.internal.context.Carried} is what travels in the
 * context, {@link dev.usercontext.internal.context.UserScope} an opened scope.
 */
@NullMarked
package dev.usercontext.internal.context;

import org.jspecify.annotations.NullMarked;
