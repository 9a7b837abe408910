/**
 * The last word of the build: what README and docs/attribution.md say of what works where is what
 * the tests have seen. {@link dev.usercontext.it.attribution.Seen} is what one runtime has seen;
 * {@link dev.usercontext.it.attribution.FullTable} and {@link
 * dev.usercontext.it.attribution.ShortTable} render it.
 */
package dev.usercontext.it.attribution;
