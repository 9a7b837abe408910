/** The engine for more than one machine: a cluster. */
@NullMarked
package dev.usercontext.dashboard.store.opensearch;

import org.jspecify.annotations.NullMarked;
