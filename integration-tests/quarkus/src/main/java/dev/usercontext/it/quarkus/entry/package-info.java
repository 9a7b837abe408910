/** Entries that only Quarkus has. */
package dev.usercontext.it.quarkus.entry;
