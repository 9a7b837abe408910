/**
 * Registration with the CDI container: a portable extension for Weld, a build compatible one for
 * ArC, and what both share.
 */
@NullMarked
package dev.usercontext.internal.cdi;

import org.jspecify.annotations.NullMarked;
