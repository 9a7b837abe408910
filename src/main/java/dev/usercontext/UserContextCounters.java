package dev.usercontext;

import dev.usercontext.internal.diagnostics.Counter;

/**
 * How many spans were attributed since the application started, and how many were not and why. A
 * snapshot; the figures of one application, not of the server.
 *
 * @param attributed spans that carry a user from their start
 * @param nobody spans of a request, or within a scope, that has no user
 * @param noContext spans of which nothing said whose they are: background work, or work on a thread
 *     to which nobody propagated the context
 * @param backFilled spans that got their user while they were already recording, by a login in
 *     mid-request or since they started before the user was known
 * @param failed failures on the way, each of which cost a request or a span its user; the first of
 *     each kind is in the log
 */
public record UserContextCounters(
    long attributed, long nobody, long noContext, long backFilled, long failed) {

  /** Reads the counters of this application. */
  public static UserContextCounters read() {
    return Counter.read();
  }
}
