package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.worked;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.stream.Stream;

/** The rows of servlets that answer later than they return. */
final class AsyncServletRows {

  private AsyncServletRows() {}

  static Stream<Row> all() {
    return Stream.of(
        worked(async("AsyncContext.start", "start")),
        worked(async("async servlet on a managed executor", "background")),
        worked(async("async servlet that a managed thread dispatches", "dispatch"))
            .answers("traced")
            .spans("child", "grandchild", "detached"),
        worked(async("AsyncListener, completed", "complete")).spans("on-complete"),
        worked(async("AsyncListener, failed", "error"))
            .answers(500)
            .answers("")
            .spans("failing", "on-error"),
        async("AsyncListener, timed out", "timeout")
            .answers("too late")
            .spans("asking", "on-timeout", "on-complete"),
        worked(async("ReadListener", "read")).posts("a text").answers("hello for a text"),
        worked(async("WriteListener", "write")));
  }

  private static Row async(String name, String how) {
    return Row.of(name, SERVLET, "servlet/{zone}/async/" + how).in(Group.ASYNC_SERVLET);
  }
}
