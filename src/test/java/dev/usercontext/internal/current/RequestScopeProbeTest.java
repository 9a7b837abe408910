package dev.usercontext.internal.current;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Deployment;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import org.junit.jupiter.api.Test;

/** Weld on CDI 4.0, as WildFly and Open Liberty have it. */
class RequestScopeProbeTest {

  @Test
  void tellsWithoutAnExceptionWhetherThereIsARequestScope() {
    Deployment.FULL.run(
        container -> {
          BeanContainer beans = CDI.current().getBeanContainer();
          RequestContextController scope = container.select(RequestContextController.class).get();

          assertThat(RequestScopeProbe.mayBeActive(beans)).isFalse();
          scope.activate();
          assertThat(RequestScopeProbe.mayBeActive(beans)).isTrue();
          scope.deactivate();
          assertThat(RequestScopeProbe.mayBeActive(beans)).isFalse();
        });
  }
}
