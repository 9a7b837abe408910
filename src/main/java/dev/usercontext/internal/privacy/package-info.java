/** What of a user leaves the process, and in which form: pseudonyms, limits, provenance. */
@NullMarked
package dev.usercontext.internal.privacy;

import org.jspecify.annotations.NullMarked;
