package dev.usercontext.it.app.resolver;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works for a user whom the resolver takes its time to find. */
@ApplicationScoped
public class ResolverHangsAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "resolver-hangs";
  }

  @Override
  public String run(Parameters parameters) {
    spans.around("work", () -> spans.leaf("more-work"));
    return "answered in the end";
  }

  /** Works for somebody else meanwhile, and lets the resolver go. */
  @ApplicationScoped
  public static class LetGo implements Action {

    @Inject Gate gate;
    @Inject Spans spans;

    @Override
    public String name() {
      return "let-resolver-go";
    }

    @Override
    public String run(Parameters parameters) {
      spans.around("meanwhile", () -> spans.leaf("more-meanwhile"));
      gate.release();
      return "let go";
    }
  }
}
