/** The way in for servlet requests. */
@NullMarked
package dev.usercontext.internal.servlet;

import org.jspecify.annotations.NullMarked;
