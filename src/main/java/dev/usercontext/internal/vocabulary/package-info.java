/** Under which names a user is written to a span. */
@NullMarked
package dev.usercontext.internal.vocabulary;

import org.jspecify.annotations.NullMarked;
