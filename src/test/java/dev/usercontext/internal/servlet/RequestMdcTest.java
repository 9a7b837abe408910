package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.log.TestMdc;
import dev.usercontext.testkit.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the MDC of a thread names while requests come and go on it. */
class RequestMdcTest {

  @RegisterExtension final TestMdc mdc = new TestMdc(UserContextConfig.load().renderer());

  private final FakeServer server = new FakeServer();

  @Test
  void aRequestShowsItsUserAndTheNextOneOfTheThreadDoesNot() {
    server.handle(FakeRequest.of("carol"), () -> assertThat(mdc.userId()).isEqualTo("carol"));
    assertThat(mdc.userId()).isNull();
    server.handle(FakeRequest.ofNobody(), () -> assertThat(mdc.userId()).isNull());
  }

  @Test
  void aRequestThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                server.handle(
                    FakeRequest.of("carol"),
                    request -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(mdc.userId()).isNull();
  }

  @Test
  void aScopeThatARequestForgetsLeavesNothing() {
    server.handle(FakeRequest.of("carol"), ADA::makeCurrent);
    assertThat(mdc.userId()).isNull();
  }

  @Test
  void aLoginAndALogoutCountAtOnceAndLeaveNothing() {
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          request.login("carol", "secret");
          assertThat(mdc.userId()).isEqualTo("carol");
          request.logout();
          assertThat(mdc.userId()).isNull();
          request.login("dave", "secret");
        });
    assertThat(mdc.userId()).isNull();
  }

  @Test
  void aLoginWithinAScopeDoesNotShowThere() {
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          ADA.call(
              () -> {
                request.login("carol", "secret");
                assertThat(mdc.userId()).isEqualTo("ada");
                return "";
              });
          assertThat(mdc.userId()).isEqualTo("carol");
        });
  }

  @Test
  void aLogoutWithinScopesShowsOnceTheyHaveEnded() {
    server.handle(
        FakeRequest.of("carol"),
        request -> {
          ADA.call(
              () ->
                  BOB.call(
                      () -> {
                        request.logout();
                        assertThat(mdc.userId()).isEqualTo("bob");
                        return "";
                      }));
          assertThat(mdc.userId()).isNull();
        });
    assertThat(mdc.userId()).isNull();
  }
}
