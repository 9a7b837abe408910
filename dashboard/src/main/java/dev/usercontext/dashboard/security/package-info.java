/** Who may look, who may erase, and what is kept of it. */
@NullMarked
package dev.usercontext.dashboard.security;

import org.jspecify.annotations.NullMarked;
