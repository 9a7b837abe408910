/** What only Quarkus can tell. */
@NullMarked
package dev.usercontext.internal.quarkus;

import org.jspecify.annotations.NullMarked;
