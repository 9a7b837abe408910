package dev.usercontext.attributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a method throws arrives as it is: the same instance, with nothing added. */
@CdiTest
class ExceptionsTest {

  @Inject Service service;

  @Test
  void aCheckedOne() {
    assertPasses(new IOException("checked"));
  }

  @Test
  void anUncheckedOne() {
    assertPasses(new IllegalArgumentException("unchecked"));
  }

  @Test
  void anError() {
    assertPasses(new AssertionError("error"));
  }

  private void assertPasses(Throwable thrown) {
    assertThat(catchThrowable(() -> service.plain(thrown))).isSameAs(thrown);
    assertThat(catchThrowable(() -> service.scoped("carol", thrown))).isSameAs(thrown);
    assertThat(thrown.getSuppressed()).isEmpty();
    assertThat(UserContext.current()).isEmpty();
  }

  @Dependent
  static class Service {
    @UserAttributed
    void plain(Throwable thrown) throws Throwable {
      throw thrown;
    }

    @UserAttributed
    void scoped(@UserId String id, Throwable thrown) throws Throwable {
      throw thrown;
    }
  }
}
