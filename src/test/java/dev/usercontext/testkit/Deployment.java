package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.internal.cdi.UserContextExtension;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Deploys an application of a few classes on Weld, and undeploys it. */
public final class Deployment {

  private static final Pattern PROBLEM = Pattern.compile("UC\\d{4} .*");

  private Deployment() {}

  /** Fails if the deployment does. */
  public static void succeedsWith(Class<?>... classes) {
    deploy(classes);
  }

  /** Every problem of ours that the deployment fails with. */
  public static List<String> problemsOf(Class<?>... classes) {
    Throwable failure = catchThrowable(() -> deploy(classes));
    assertThat(failure).as("the deployment fails").isNotNull();
    return PROBLEM
        .matcher(String.valueOf(failure.getMessage()))
        .results()
        .map(match -> match.group())
        .distinct()
        .toList();
  }

  private static void deploy(Class<?>... classes) {
    Weld weld =
        new Weld()
            .disableDiscovery()
            .addExtension(new UserContextExtension())
            .addBeanClass(Deployment.class)
            .addBeanClasses(classes);
    try (WeldContainer container = weld.initialize()) {
      assertThat(container.isRunning()).isTrue();
    }
  }
}
