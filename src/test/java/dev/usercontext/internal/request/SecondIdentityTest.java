package dev.usercontext.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.UserValue;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody turns up in mid-request who may know more than the container. */
class SecondIdentityTest {

  @Test
  void whoKnowsOfAUserWinsOverTheContainer() {
    RequestUser request = request(StubIdentity.of("carol"));
    request.lookInto(StubIdentity.of("dave"));

    assertUser(request, "dave");
  }

  @Test
  void whoKnowsOfAUserWinsWhereTheContainerKnowsNobody() {
    RequestUser request = request(StubIdentity.ofNobody());
    assertUser(request, null);
    request.lookInto(StubIdentity.of("dave"));

    assertUser(request, "dave");
  }

  @Test
  void whoKnowsNobodyLeavesTheUserOfTheContainer() {
    RequestUser request = request(StubIdentity.of("carol"));
    request.lookInto(StubIdentity.ofNobody());

    assertUser(request, "carol");
  }

  @Test
  void whoKnewNobodyIsNotAskedAgain() {
    StubIdentity second = StubIdentity.ofNobody();
    RequestUser request = request(StubIdentity.ofNobody());
    request.lookInto(second);
    int asked = second.questions();
    request.lookAgain();

    assertThat(second.questions()).isEqualTo(asked);
  }

  @Test
  void aLogoutAtTheContainerEndsTheUserOfBoth() {
    StubIdentity container = StubIdentity.of("carol");
    RequestUser request = request(container);
    request.lookInto(StubIdentity.of("dave"));
    assertUser(request, "dave");
    container.logout();
    request.loggedOut();

    assertUser(request, null);
  }

  @Test
  void aLogoutAtTheContainerEndsTheUserOfSeveralToo() {
    StubIdentity container = StubIdentity.of("carol");
    RequestUser request = request(container);
    request.lookInto(StubIdentity.of("dave"));
    request.lookInto(StubIdentity.of("dave"));
    request.lookInto(StubIdentity.of("erin"));
    assertUser(request, "erin");
    container.logout();
    request.loggedOut();

    assertUser(request, null);
  }

  @Test
  void aLoginAtTheContainerAfterThatCounts() {
    StubIdentity container = StubIdentity.of("carol");
    RequestUser request = request(container);
    request.lookInto(StubIdentity.of("dave"));
    container.logout();
    request.loggedOut();
    container.login("erin");
    request.loginChanged();

    assertUser(request, "erin");
  }

  @Test
  void whoCannotBeComparedIsSomebodyElse() {
    Principal incomparable =
        new Principal() {
          @Override
          public String getName() {
            return "dave";
          }

          @Override
          public boolean equals(Object other) {
            throw new ClassCastException("on purpose");
          }

          @Override
          public int hashCode() {
            return 1;
          }
        };
    StubIdentity second = StubIdentity.ofNobody();
    second.login(incomparable);
    RequestUser request = request(StubIdentity.of("carol"));
    assertUser(request, "carol");
    request.lookInto(second);

    assertUser(request, "dave");
  }

  @Test
  void aLoginThatNobodyToldIsSeenByThen() {
    StubIdentity container = StubIdentity.of("carol");
    RequestUser request = request(container);
    request.willBeTold();
    assertUser(request, "carol");
    container.login("erin");

    request.lookInto(StubIdentity.of("erin"));

    assertUser(request, "erin");
  }

  private static RequestUser request(StubIdentity container) {
    RequestUser request = new RequestUser(container, new UserResolution(List.of()));
    request.enter();
    return request;
  }

  private static void assertUser(RequestUser request, String name) {
    UserValue user = request.user();
    assertThat(user == null ? null : user.userId()).isEqualTo(name);
  }
}
