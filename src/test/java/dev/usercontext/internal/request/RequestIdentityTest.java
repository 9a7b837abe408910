package dev.usercontext.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.spi.Identity;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** What a resolver is shown. */
class RequestIdentityTest {

  private final StubIdentity request = StubIdentity.ofNobody();

  @Test
  void hasThePrincipalAndItsRoles() {
    Principal carol = () -> "carol";
    Identity identity = new RequestIdentity(carol, request);

    assertThat(identity.principal()).containsSame(carol);
    assertThat(identity.isUserInRole("admin")).isTrue();
    assertThat(identity.isUserInRole("other")).isFalse();
  }

  @Test
  void nobodyHasNoRoleAndNoClaim() {
    Identity identity = new RequestIdentity(null, request);

    assertThat(identity.principal()).isEmpty();
    assertThat(identity.isUserInRole("admin")).isFalse();
    assertThat(identity.claim("sub")).isEmpty();
  }

  @Test
  void hasTheClaimsOfAToken() {
    Identity identity = new RequestIdentity(new Token(Map.of("tenant", "acme")), request);

    assertThat(identity.claim("tenant")).hasValue("acme");
    assertThat(identity.claim("absent")).isEmpty();
  }

  @Test
  void hasNoClaimsWithoutAToken() {
    assertThat(new RequestIdentity(() -> "carol", request).claim("tenant")).isEmpty();
  }

  @Test
  void unwrapsThePrincipalAndTheRequest() {
    Token token = new Token(Map.of());
    Identity identity = new RequestIdentity(token, request);

    assertThat(identity.unwrap(JsonWebToken.class)).containsSame(token);
    assertThat(identity.unwrap(StubIdentity.class)).containsSame(request);
    assertThat(identity.unwrap(Runnable.class)).isEmpty();
  }

  @Test
  void leavesTheRequestAloneWhereItMayNotBeTouched() {
    Identity identity = new RequestIdentity(() -> "carol", null);

    assertThat(identity.isUserInRole("admin")).isFalse();
    assertThat(identity.unwrap(StubIdentity.class)).isEmpty();
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return "carol";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller says what it is
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }
}
