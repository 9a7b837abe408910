/** What the documents show: between {@code // docs: NAME} and {@code // docs: end}. */
package dev.usercontext.docs.examples;
