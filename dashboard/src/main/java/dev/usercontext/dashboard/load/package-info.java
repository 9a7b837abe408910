/** The load command: made-up spans in, and how long every view takes. */
@NullMarked
package dev.usercontext.dashboard.load;

import org.jspecify.annotations.NullMarked;
