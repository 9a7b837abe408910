package dev.usercontext.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.testkit.SystemProperties;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserContextInitializerTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  private final FakeServletContext context = new FakeServletContext();

  @Test
  void isFoundByTheContainer() {
    assertThat(ServiceLoader.load(ServletContainerInitializer.class))
        .hasAtLeastOneElementOfType(UserContextInitializer.class);
  }

  @Test
  void registersOurFilterFirstAndTheOneForServerSpansLast() throws Exception {
    start();

    assertThat(context.registrations())
        .containsOnlyKeys("dev.usercontext", "dev.usercontext.server-span");
    assertThat(context.registrations().get("dev.usercontext"))
        .satisfies(r -> assertThat(r.filter()).isInstanceOf(UserContextFilter.class))
        .satisfies(r -> assertThat(r.mapping()).isEqualTo("[REQUEST, ASYNC, ERROR] first /*"));
    assertThat(context.registrations().get("dev.usercontext.server-span"))
        .satisfies(r -> assertThat(r.filter()).isInstanceOf(ServerSpanFilter.class))
        .satisfies(r -> assertThat(r.mapping()).isEqualTo("[REQUEST, ASYNC, ERROR] last /*"));
  }

  @Test
  void itsFiltersSupportAsyncRequests() throws Exception {
    start();

    assertThat(context.registrations().values())
        .allSatisfy(registration -> assertThat(registration.asyncSupported()).isTrue());
  }

  @Test
  void registersNothingASecondTime() throws Exception {
    start();
    start();

    assertThat(context.registrations().get("dev.usercontext").mapping())
        .isEqualTo("[REQUEST, ASYNC, ERROR] first /*");
  }

  @Test
  void leavesAFilterAloneThatTheApplicationHasDeclared() throws Exception {
    context.declare("dev.usercontext");
    start();

    assertThat(context.registrations().get("dev.usercontext").mapping()).isEmpty();
    assertThat(context.registrations().get("dev.usercontext.server-span").mapping()).isNotEmpty();
  }

  @Test
  void registersNothingWhereSwitchedOff() throws Exception {
    properties.set("usercontext.enabled", "false");
    start();

    assertThat(context.registrations()).isEmpty();
  }

  @Test
  void refusesAConfigurationThatCannotBeUsed() {
    properties.set("usercontext.enabled", "perhaps");

    assertThatThrownBy(this::start)
        .isInstanceOf(ServletException.class)
        .hasMessageContainingAll("UC0102", "usercontext.enabled", "perhaps");
    assertThat(context.registrations()).isEmpty();
  }

  private void start() throws ServletException {
    new UserContextInitializer().onStartup(null, context.context());
  }
}
