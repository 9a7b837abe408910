package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of an application in which things go wrong: the spans of that request have their user
 * all the same, and the next requests of its threads have nothing of it.
 */
public final class FailureRows {

  private static final ExpectedUser ADA = ExpectedUser.id("ada");
  private static final ExpectedUser GRACE = ExpectedUser.id("grace");

  private FailureRows() {}

  public static List<Row> all() {
    return Stream.concat(
            Stream.of(JAX_RS, SERVLET).flatMap(FailureRows::of),
            Stream.of(timedOut(), concurrentLogin(), leftEvents()))
        .toList();
  }

  private static Stream<Row> of(Entry entry) {
    return Stream.of(
        row("client that times out", entry, "silent-upstream")
            .answers("no answer")
            .clientSpan()
            .spans("after-timed-out-call"),
        row("context left open", entry, "left-open-context")
            .answers("left open")
            .spans("before-left-open", "after-left-open"),
        row("context left open by a filter", entry, "left-open-by-filter")
            .answers("left open")
            .spans("behind-filter"),
        row("scopes left open", entry, "left-open-user")
            .answers("left open")
            .spans("before-left-open")
            .span("ada", ADA)
            .span("grace", GRACE),
        row("scopes closed out of order and twice", entry, "scopes-out-of-order")
            .answers("closed")
            .span("inner-still-open", GRACE)
            .spans("both-closed", "both-closed-twice"),
        row("scopes ten thousand deep", entry, "deep-nesting")
            .answers("nested")
            .span("deepest", ExpectedUser.id("u-10000"))
            .span("outermost", ExpectedUser.id("u-1"))
            .spans("after-nesting"),
        row("caller who leaves before the answer", entry, "left-by-caller")
            .left()
            .anonymously(nextBy("caller who leaves before the answer", entry))
            .spans("before-leaving", "after-leaving"),
        partly("exception after the first byte", entry, "broken-off")
            .brokenOff()
            .spans("before-first-byte", "after-first-byte"),
        partly("answer aborted by the caller", entry, "aborted")
            .spans("before-abort", "after-abort"));
  }

  private static Row timedOut() {
    return Row.of("async time-out", SERVLET, "servlet/{zone}/timed-out")
        .answers(500)
        .spans("before-timeout");
  }

  /** The sender is told that nobody listens any more, and goes on working for that user. */
  private static Row leftEvents() {
    return partly("server-sent events whose reader leaves", JAX_RS, "events")
        .in(Group.RESULT)
        .spans("before-leaving")
        .afterLeaving("after-leaving");
  }

  private static Row concurrentLogin() {
    return Row.of("login while another thread works", SERVLET, "servlet/{zone}/concurrent-login")
        .logsIn()
        .answers("logged in")
        .spans("elsewhere-open-at-login", "elsewhere-after-login", "after-login");
  }

  private static Row row(String name, Entry entry, String action) {
    return Row.of(in(entry, name), entry, root(entry) + "/{zone}/do/" + action);
  }

  /** Afterwards, ordinary requests come to its thread. */
  private static Row partly(String name, Entry entry, String how) {
    return Row.of(in(entry, name), entry, root(entry) + "/{zone}/partly/" + how)
        .cutShort()
        .anonymously(nextBy(name, entry));
  }

  private static Row nextBy(String name, Entry entry) {
    return row(name, entry, "tracer").answers("traced").spans("child", "grandchild", "detached");
  }

  private static String root(Entry entry) {
    return entry == SERVLET ? "servlet" : "rest";
  }

  private static String in(Entry entry, String name) {
    return entry == SERVLET ? name + ", in a servlet" : name;
  }
}
