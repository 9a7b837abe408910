package dev.usercontext.it.quarkus;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Works, from its first moment on, as the caller or in a scope. In these first milliseconds Quarkus
 * may still overwrite what it attached.
 */
@ApplicationScoped
public class EarlyWorkAction implements Action {

  private static final ContextKey<String> BARE = ContextKey.named("bare");
  private static final UserContext ADA = UserContext.builder("ada").build();
  private static final long DURATION = TimeUnit.MILLISECONDS.toNanos(4);
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(1_600);
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

  @Inject Spans spans;
  @Inject Attributed attributed;

  @Override
  public String name() {
    return "early-work";
  }

  @Override
  public String run(Parameters parameters) {
    if (parameters.get("scope").equals("bare")) {
      return keepBareContext() ? "kept" : "lost";
    }
    String caller = parameters.get("caller");
    switch (parameters.get("scope")) {
      case "none" -> work(spans, caller);
      case "run" -> ADA.run(() -> work(spans, "ada"));
      case "call" -> ADA.call(() -> work(spans, "ada"));
      case "makeCurrent" -> {
        try (Scope ignored = ADA.makeCurrent()) {
          work(spans, "ada");
        }
      }
      case "parameter" -> attributed.work("ada");
      default -> throw new IllegalArgumentException(parameters.get("scope"));
    }
    spans.leaf("afterwards for " + caller);
    return "worked";
  }

  /** Whether what OpenTelemetry alone attaches stays attached. */
  private static boolean keepBareContext() {
    Context bare = Context.current().with(BARE, "bare");
    try (Scope ignored = bare.makeCurrent()) {
      long end = System.nanoTime() + DURATION;
      boolean kept;
      do {
        LockSupport.parkNanos(PAUSE);
        kept = Context.current() == bare;
      } while (kept && System.nanoTime() < end);
      return kept;
    }
  }

  /** At once, and then at ever longer intervals: what is overwritten stays so. */
  private static String work(Spans spans, String user) {
    for (long pause = SHORTEST_PAUSE; pause <= LONGEST_PAUSE; pause *= 2) {
      spans.around("early for " + user, () -> spans.leaf("child for " + user));
      LockSupport.parkNanos(pause);
    }
    return user;
  }

  /** Works for the user of its parameter. */
  @ApplicationScoped
  public static class Attributed {

    @Inject Spans spans;

    @UserAttributed
    public void work(@UserId String user) {
      EarlyWorkAction.work(spans, user);
    }
  }
}
