/** The embedded engine: a folder on disk. */
@NullMarked
package dev.usercontext.dashboard.store.duckdb;

import org.jspecify.annotations.NullMarked;
