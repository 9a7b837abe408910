package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.model.StoredSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One dashboard and one browser for all classes of tests that only look. */
final class DemoDashboard implements ParameterResolver {

  /** What runs until the last test is over. */
  record Running(List<StoredSpan> spans, RunningDashboard dashboard, Chromium chromium)
      implements AutoCloseable {

    static Running start() {
      List<StoredSpan> spans = DemoSpans.until(Instant.now(), 600);
      try {
        return new Running(
            spans, RunningDashboard.start(RunningDashboard.folder("pages", spans)), new Chromium());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws InterruptedException {
      chromium.close();
      dashboard.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(DemoDashboard.class))
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }
}
