/**
 * What a span says: whose it is, whether it is a call of a language model, an agent or a tool, and
 * what the call used. Every convention that is read is in {@link
 * dev.usercontext.dashboard.llm.SpanNames}.
 */
@NullMarked
package dev.usercontext.dashboard.llm;

import org.jspecify.annotations.NullMarked;
