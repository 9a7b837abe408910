package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.internal.cdi.UserContextExtension;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Deploys an application of a few classes, and undeploys it. */
public enum Deployment {
  /** As Open Liberty and WildFly do. */
  FULL {
    @Override
    Weld weld() {
      return new Weld().addExtension(new UserContextExtension());
    }
  },
  /** As Quarkus does, as far as Weld can. */
  LITE {
    @Override
    @SuppressWarnings("unchecked") // an array of one class, which nobody writes to
    Weld weld() {
      return new Weld().addBuildCompatibleExtensions(LiteExtension.load());
    }
  };

  private static final Pattern PROBLEM = Pattern.compile("UC\\d{4} (?:(?!; UC\\d{4} ).)*");

  abstract Weld weld();

  /** Deploys, lets {@code work} have the container, and undeploys. */
  public void run(Consumer<WeldContainer> work, Class<?>... classes) {
    Weld weld = weld().disableDiscovery().addBeanClass(Deployment.class).addBeanClasses(classes);
    try (WeldContainer container = weld.initialize()) {
      work.accept(container);
    }
  }

  /** Every problem of ours that the deployment fails with. */
  public List<String> problemsOf(Class<?>... classes) {
    Throwable failure = catchThrowable(() -> run(container -> {}, classes));
    assertThat(failure).as("the deployment fails").isNotNull();
    Matcher matcher = PROBLEM.matcher(String.valueOf(failure.getMessage()));
    return matcher.results().map(MatchResult::group).distinct().toList();
  }
}
