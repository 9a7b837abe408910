package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.cdi.UserContextBuildExtension;
import dev.usercontext.internal.cdi.UserContextExtension;
import dev.usercontext.testkit.Deployment;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LiteRegistrationTest extends Registration {

  LiteRegistrationTest() {
    super(Deployment.LITE);
  }

  @Test
  void isFoundByTheContainer() {
    assertThat(ServiceLoader.load(BuildCompatibleExtension.class))
        .hasAtLeastOneElementOfType(UserContextBuildExtension.class);
  }

  @Test
  void givesWayToThePortableExtension() {
    assertThat(
            UserContextBuildExtension.class
                .getAnnotation(SkipIfPortableExtensionPresent.class)
                .value())
        .isEqualTo(UserContextExtension.class);
  }
}
