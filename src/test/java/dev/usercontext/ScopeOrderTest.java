package dev.usercontext;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes that are not closed as they should be. CleanThread asserts that nothing is left. */
class ScopeOrderTest {

  @Test
  void twoScopesClosedInTheOrderOfTheirOpening() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();

    ada.close();
    assertInEffect(BOB);
    bob.close();
    assertNobodyInEffect();
  }

  @ParameterizedTest
  @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
  void threeScopesClosedInAnyOrder(String order) {
    List<UserContext> users = new ArrayList<>(List.of(ADA, BOB, EVE));
    List<Scope> scopes = users.stream().map(UserContext::makeCurrent).toList();

    for (char next : order.toCharArray()) {
      assertInEffect(innermost(users));
      scopes.get(next - '0').close();
      users.set(next - '0', null);
    }
    assertNobodyInEffect();
  }

  @Test
  void closingTwiceClosesNothingElse() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    bob.close();
    bob.close();

    assertInEffect(ADA);
    ada.close();
    ada.close();
    assertNobodyInEffect();
  }

  @Test
  void aScopeOpenedBetweenTwoOutOfOrderClosesIsOfItsOwn() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    ada.close();
    Scope eve = EVE.makeCurrent();
    bob.close();

    assertInEffect(EVE);
    eve.close();
    assertNobodyInEffect();
  }

  private static UserContext innermost(List<UserContext> users) {
    UserContext last = null;
    for (UserContext user : users) {
      last = user != null ? user : last;
    }
    return last;
  }

  private static void assertInEffect(UserContext user) {
    assertThat(UserContext.current()).contains(user);
  }

  private static void assertNobodyInEffect() {
    assertThat(UserContext.current()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
