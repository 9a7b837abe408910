package dev.usercontext.jdk25;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without it this module would pass just as well on the JDK that runs the build. */
class RunningJdkTest {

  @Test
  void testsOfThisModuleRunOnJdk25() {
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }
}
