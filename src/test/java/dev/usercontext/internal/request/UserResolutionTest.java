package dev.usercontext.internal.request;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import dev.usercontext.testkit.LoggedMessages;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserResolutionTest {

  private static final UserContextResolver EMPTY = identity -> Optional.empty();

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @Test
  void withoutResolversTheNameOfThePrincipalIsTheId() {
    NamedPrincipal carol = new NamedPrincipal("carol");

    assertThat(resolve(carol).userId()).isEqualTo("carol");
    assertThat(resolve(carol).email()).isEmpty();
    assertThat(resolve(carol).attrs()).isEmpty();
  }

  @Test
  void nobodyIsNobody() {
    assertThat(resolve(null)).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"anonymous", "", "  "})
  void aPrincipalWithoutARealNameIsNobody(String name) {
    assertThat(resolve(() -> name)).isNull();
    assertThat(resolve(() -> name, id -> id.principal().map(p -> BOB))).isNull();
    assertThat(log.texts()).isEmpty();
  }

  @Test
  void theFirstResolverWithAnAnswerDecides() {
    assertThat(resolve(() -> "carol", EMPTY, id -> Optional.of(ADA), id -> Optional.of(BOB)))
        .isEqualTo(ADA);
  }

  @Test
  void thePrincipalDecidesWhereNoResolverDoes() {
    assertThat(resolve(() -> "carol", EMPTY, EMPTY).userId()).isEqualTo("carol");
  }

  @Test
  void aResolverMayKnowSomebodyWhomTheContainerDoesNot() {
    assertThat(resolve(null, id -> Optional.of(ADA))).isEqualTo(ADA);
  }

  @Test
  void aResolverThatThrowsCostsTheUserAndIsLoggedOnce() {
    UserContextResolver broken = new BrokenResolver();
    long failed = UserContextCounters.read().failed();

    assertThat(resolve(() -> "carol", broken, id -> Optional.of(ADA))).isNull();
    assertThat(resolve(() -> "dave", broken)).isNull();

    assertThat(UserContextCounters.read().failed()).isEqualTo(failed + 2);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("UC0401 ")
        .contains(BrokenResolver.class.getName());
    assertThat(log.causes().get(0)).hasMessage("database is down");
  }

  @Test
  void aResolverThatCannotBeLinkedCostsTheUser() {
    assertThat(
            resolve(
                () -> "carol",
                identity -> {
                  throw new NoClassDefFoundError("com/example/Missing");
                }))
        .isNull();
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void aResolverThatReturnsNullCostsTheUser() {
    assertThat(resolve(() -> "carol", identity -> null)).isNull();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0401 ");
  }

  @Test
  void aPrincipalThatIsTooLongForAnIdIsNobodyAndIsLogged() {
    assertThat(resolve(() -> "x".repeat(2_000))).isNull();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0402 ").contains("userId");
  }

  @Test
  void aPrincipalThatThrowsIsNobodyAndIsLogged() {
    assertThat(
            resolve(
                () -> {
                  throw new IllegalStateException("session is over");
                }))
        .isNull();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0402 ");
  }

  private static UserValue resolve(Principal principal, UserContextResolver... resolvers) {
    return new UserResolution(List.of(resolvers)).resolve(principal, StubIdentity.ofNobody());
  }

  private record NamedPrincipal(String getName) implements Principal {}

  private static final class BrokenResolver implements UserContextResolver {
    @Override
    public Optional<UserContext> resolve(Identity identity) {
      throw new IllegalStateException("database is down");
    }
  }
}
