package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.cdi.UserContextExtension;
import dev.usercontext.testkit.Deployment;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FullRegistrationTest extends Registration {

  FullRegistrationTest() {
    super(Deployment.FULL);
  }

  @Test
  void isFoundByTheContainer() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(UserContextExtension.class);
  }
}
