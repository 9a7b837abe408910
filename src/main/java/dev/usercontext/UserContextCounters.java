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
 * @param cut values of users that were shortened or had characters replaced before they left the
 *     process; each is counted once for each value of a user, not for each span
 * @param dropped attributes and roles of users that were left out since they were beyond a limit
 */
public record UserContextCounters(
    long attributed,
    long nobody,
    long noContext,
    long backFilled,
    long failed,
    long cut,
    long dropped) {

  /** Reads the counters of this application. */
  public static UserContextCounters read() {
    return Counter.read();
  }
}
