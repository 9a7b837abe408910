/** What the attribution of a span costs, beside the lines that one would write by hand. */
package dev.usercontext.benchmarks;
