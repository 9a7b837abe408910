/** The way to managed threads: what Jakarta Concurrency and MicroProfile carry along for us. */
@NullMarked
package dev.usercontext.internal.propagation;

import org.jspecify.annotations.NullMarked;
