/** The pages. */
@NullMarked
package dev.usercontext.dashboard.pages;

import org.jspecify.annotations.NullMarked;
