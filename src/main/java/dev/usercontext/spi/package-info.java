/**
 * What applications may implement: {@link dev.usercontext.spi.UserContextResolver} turns the
 * identity that a request was authenticated with into a {@link dev.usercontext.UserContext}.
 */
@NullMarked
package dev.usercontext.spi;

import org.jspecify.annotations.NullMarked;
