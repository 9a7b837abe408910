/** Who is in effect: the order in which everything that may know is asked. */
@NullMarked
package dev.usercontext.internal.current;

import org.jspecify.annotations.NullMarked;
