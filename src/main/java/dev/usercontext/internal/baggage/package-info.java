/** Across services: the id of the user in W3C baggage, on its way out and in. */
@NullMarked
package dev.usercontext.internal.baggage;

import org.jspecify.annotations.NullMarked;
