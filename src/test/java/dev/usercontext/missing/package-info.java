/** Runtimes that lack an API: OpenTelemetry is needed, every other one is optional. */
package dev.usercontext.missing;
