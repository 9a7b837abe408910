/** The packaged dashboard in a real browser. */
@NullMarked
package dev.usercontext.dashboard.browser;

import org.jspecify.annotations.NullMarked;
