/**
 * What a span says of a language model's work: whether it is a call, an agent or a tool, and what
 * the call used. Every convention that is read is in {@link
 * dev.usercontext.dashboard.llm.SpanNames}.
 */
@NullMarked
package dev.usercontext.dashboard.llm;

import org.jspecify.annotations.NullMarked;
