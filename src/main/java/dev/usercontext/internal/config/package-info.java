/** Typed configuration, from MicroProfile Config where it is present. */
@NullMarked
package dev.usercontext.internal.config;

import org.jspecify.annotations.NullMarked;
