/** Spans of what language models do; none of them names a user. */
package dev.usercontext.demo.telemetry;
