package dev.usercontext.it.app.failing;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;

/** Opens scopes ten thousand deep. */
@ApplicationScoped
public class DeepNestingAction implements Action {

  private static final int DEPTH = 10_000;

  @Inject Spans spans;

  @Override
  public String name() {
    return "deep-nesting";
  }

  @Override
  public String run(Parameters parameters) {
    Deque<Scope> open = new ArrayDeque<>();
    for (int depth = 1; depth <= DEPTH; depth++) {
      open.push(UserContext.builder("u-" + depth).build().makeCurrent());
    }
    spans.leaf("deepest");
    while (open.size() > 1) {
      open.pop().close();
    }
    spans.leaf("outermost");
    open.pop().close();
    spans.leaf("after-nesting");
    return "nested";
  }
}
