package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.UserScope;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every test, without asking for it, has to leave its thread and its process as it found them. */
public final class CleanThread implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext test) {
    Context left = Context.current();
    UserScope open = UserScope.setAside();
    boolean processUser = ProcessUser.get() != null;
    restore();
    assertThat(open).as("scope left on the stack of the thread").isNull();
    assertThat(left).as("context left on the thread").isSameAs(Context.root());
    assertThat(processUser).as("process user left").isFalse();
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static void restore() {
    UserContext.clearProcessUser();
    if (Context.current() != Context.root()) {
      Context.root().makeCurrent();
    }
  }
}
