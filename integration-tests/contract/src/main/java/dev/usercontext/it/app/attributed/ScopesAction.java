package dev.usercontext.it.app.attributed;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works for other users than the caller: scopes three deep, opened in each of the three ways. */
@ApplicationScoped
public class ScopesAction implements Action {

  private static final UserContext ADA = UserContext.builder("ada").attr("plan", "pro").build();
  private static final UserContext GRACE =
      UserContext.builder("grace").email("grace@example.com").build();
  private static final UserContext EDSGER = UserContext.builder("edsger").build();

  @Inject Spans spans;

  @Override
  public String name() {
    return "scopes";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("before-scopes");
    ADA.run(this::workForAda);
    spans.leaf("after-scopes");
    return "scoped";
  }

  private void workForAda() {
    spans.around("ada", () -> spans.leaf("ada-child"));
    String result = GRACE.call(this::workForGrace);
    spans.leaf("ada-again-" + result);
  }

  private String workForGrace() {
    spans.leaf("grace");
    try (Scope ignored = EDSGER.makeCurrent()) {
      spans.leaf("edsger");
      spans.detached("edsger-detached");
    }
    spans.leaf("grace-again");
    return "with-result";
  }
}
