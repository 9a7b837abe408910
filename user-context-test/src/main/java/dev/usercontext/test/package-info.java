/**
 * A leak test kit: does every span that my application exports belong to the user who sent the
 * request? For an application's own tests, against its own endpoints, on any runtime.
 *
 * <ul>
 *   <li>Spans are taken by an {@link dev.usercontext.test.AwaitingSpanExporter} where the
 *       application runs in the JVM of the test, or by an {@link dev.usercontext.test.OtlpReceiver}
 *       where it runs in a server. Both fill a {@link dev.usercontext.test.SpanLog}.
 *   <li>A {@link dev.usercontext.test.TracedRequest} is the header that makes the spans of one
 *       request known: {@code log.everySpanOf(request).belongsTo("alice")}.
 *   <li>{@link dev.usercontext.test.InterleavedRequests} sends the requests of many users at once,
 *       and compares every span with the user whose request it was.
 * </ul>
 *
 * <p>Failures are plain {@link java.lang.AssertionError}s: any test framework will do.
 */
package dev.usercontext.test;
