package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.cdi.UserContextBuildExtension;
import dev.usercontext.internal.cdi.UserContextExtension;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What a container finds of ours. */
class ServicesTest {

  @Test
  void thePortableExtension() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(UserContextExtension.class);
  }

  @Test
  void theBuildCompatibleExtension() {
    assertThat(ServiceLoader.load(BuildCompatibleExtension.class))
        .hasAtLeastOneElementOfType(UserContextBuildExtension.class);
  }

  @Test
  void theSecondGivesWayToTheFirst() {
    assertThat(
            UserContextBuildExtension.class
                .getAnnotation(SkipIfPortableExtensionPresent.class)
                .value())
        .isEqualTo(UserContextExtension.class);
  }
}
