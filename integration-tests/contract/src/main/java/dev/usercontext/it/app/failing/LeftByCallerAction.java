package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/** Works on for a caller who has closed the page. */
@ApplicationScoped
public class LeftByCallerAction implements Action {

  /** For so long that the server hears of it, where it listens. */
  private static final int CALLS = 20;

  @Inject Spans spans;

  @Override
  public String name() {
    return "left-by-caller";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("before-leaving");
    for (int i = 0; i < CALLS; i++) {
      call(parameters.get("upstream"));
    }
    spans.leaf("after-leaving");
    return "nobody reads this";
  }

  private static void call(String upstream) {
    try (InputStream answer = new URL(upstream).openStream()) {
      answer.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
