package dev.usercontext.internal.log;

import dev.usercontext.internal.vocabulary.AttributeRenderer;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An MDC for the time of a test, for tests of other packages. */
public final class TestMdc implements BeforeEachCallback, AfterEachCallback {

  private final MemoryMdc mdc = new MemoryMdc();
  private final AttributeRenderer renderer;

  public TestMdc(AttributeRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Mdc.use(List.of(mdc), renderer);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Mdc.useNone();
  }

  /** What this thread has. */
  public Object userId() {
    return mdc.get("user_id");
  }
}
