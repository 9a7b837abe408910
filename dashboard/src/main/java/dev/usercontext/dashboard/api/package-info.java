/** JSON, CSV and JSON Lines. */
@NullMarked
package dev.usercontext.dashboard.api;

import org.jspecify.annotations.NullMarked;
