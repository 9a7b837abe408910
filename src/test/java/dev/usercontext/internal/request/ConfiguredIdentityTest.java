package dev.usercontext.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.claims.ClaimSource;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.privacy.Disclosure;
import dev.usercontext.internal.privacy.EmailForm;
import dev.usercontext.internal.privacy.Limits;
import dev.usercontext.internal.privacy.OutgoingUser;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.Vocabulary;
import dev.usercontext.testkit.LoggedMessages;
import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What configuration makes of a caller, as a span would tell it. */
class ConfiguredIdentityTest {

  private static final AttributeRenderer RENDERER =
      new AttributeRenderer(
          List.of(Vocabulary.FLAT),
          "user_attrs.",
          new Disclosure(null, EmailForm.PLAIN, Limits.DEFAULT, true));

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  private final Request request = new Request();

  @Test
  void isThePrincipalWithoutConfiguration() {
    OutgoingUser user = user(IdentityRules.DEFAULT, token("sub", "u-42", "email", "a@b.c"));

    assertThat(user.id()).isEqualTo("carol");
    assertThat(user.email()).isNull();
    assertThat(user.attrs()).isEmpty();
    assertThat(user.source()).isEqualTo("token");
  }

  @Test
  void isTheFirstClaimThatIsThere() {
    OutgoingUser user = user(id("email", "upn", "sub"), token("sub", "u-42", "email", " "));

    assertThat(user.id()).isEqualTo("u-42");
  }

  @Test
  void isNobodyWithoutTheClaimAndThatIsSaidOnce() {
    UserContextCounters before = UserContextCounters.read();

    assertThat(value(id("sub"), () -> "carol")).isNull();
    assertThat(value(id("sub"), () -> "dave")).isNull();
    assertThat(UserContextCounters.read().failed()).isEqualTo(before.failed() + 2);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("UC0407 ")
        .contains("usercontext.claims.user-id", "principal")
        .doesNotContain("carol");
  }

  @Test
  void isThePrincipalWhereThatIsConfiguredAsTheLast() {
    OutgoingUser user = user(id("sub", "principal"), () -> "carol");

    assertThat(user.id()).isEqualTo("carol");
    assertThat(user.source()).isEqualTo("container");
  }

  @Test
  void isNobodyAnonymously() {
    request.attributes.put("sub", "u-42");

    assertThat(value(id("sub"), null)).isNull();
    assertThat(value(id("sub", "principal"), () -> "anonymous")).isNull();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void isATokenWithoutANameByItsClaim() {
    JsonWebToken nameless = new Token(null, Map.of("sub", "u-42"));

    assertThat(user(id("sub"), nameless).id()).isEqualTo("u-42");
    assertThat(value(IdentityRules.DEFAULT, nameless)).isNull();
  }

  @Test
  void isTheAttributeOfTheContainerWithoutAToken() {
    request.attributes.put("employee", 4711);

    assertThat(user(id("employee"), () -> "carol").id()).isEqualTo("4711");
  }

  @Test
  void isTheClaimBeforeTheAttributeOfTheContainer() {
    request.attributes.put("sub", "other");

    assertThat(user(id("sub"), token("sub", "u-42")).id()).isEqualTo("u-42");
  }

  @Test
  void isTheTrustedHeaderOfAnAnonymousRequest() {
    request.headers.put("X-User", List.of("gateway-user"));
    OutgoingUser user = user(id("header:X-User"), null);

    assertThat(user.id()).isEqualTo("gateway-user");
    assertThat(user.source()).isEqualTo("header");
  }

  @Test
  void isNobodyWhereTheHeaderWasSentTwice() {
    request.headers.put("X-User", List.of("mallory", "gateway-user"));

    assertThat(value(id("header:X-User"), null)).isNull();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0409 ").contains("X-User");
  }

  @Test
  void hasTheEmailOfAClaimAndLosesOnlyThatWhereItIsNone() {
    IdentityRules rules = rules(List.of(), List.of(claim("email")), Map.of());
    UserContextCounters before = UserContextCounters.read();

    assertThat(user(rules, token("email", "ada@example.com")).email()).isEqualTo("ada@example.com");
    OutgoingUser withoutEmail = user(rules, token("email", "x".repeat(1_000_000)));
    assertThat(withoutEmail.id()).isEqualTo("carol");
    assertThat(withoutEmail.email()).isNull();
    assertThat(UserContextCounters.read().dropped()).isEqualTo(before.dropped() + 1);
  }

  @Test
  void hasAttributesOfTheirTypesAndCutsLongOnes() {
    UserContextCounters before = UserContextCounters.read();
    IdentityRules rules =
        rules(
            List.of(),
            List.of(),
            Map.of(
                "tenant", List.of(claim("tid"), claim("org/id")),
                "level", List.of(claim("level")),
                "groups", List.of(claim("groups")),
                "long", List.of(claim("long")),
                "absent", List.of(claim("absent"))));
    OutgoingUser user =
        user(
            rules,
            token(
                "org", Map.of("id", "acme"),
                "level", 3,
                "groups", List.of("a", "b"),
                "long", "x".repeat(5_000)));

    assertThat(user.attrs())
        .containsOnlyKeys("tenant", "level", "groups", "long")
        .containsEntry("tenant", "acme")
        .containsEntry("level", 3L)
        .containsEntry("groups", "a,b")
        .containsEntry("long", "x".repeat(4_096));
    assertThat(UserContextCounters.read().cut()).isEqualTo(before.cut() + 1);
  }

  @Test
  void isTheSubjectAndTheOutermostActor() {
    OutgoingUser user =
        user(
            IdentityRules.DEFAULT,
            token("act", Map.of("sub", "support-7", "act", Map.of("sub", "earlier"))));

    assertThat(user.id()).isEqualTo("carol");
    assertThat(user.actorId()).isEqualTo("support-7");
  }

  @Test
  void isNotItsOwnActor() {
    assertThat(user(IdentityRules.DEFAULT, token("act", Map.of("sub", "carol"))).actorId())
        .isNull();
  }

  @Test
  void hasOnlyTheRolesThatAreConfigured() {
    OutgoingUser user = user(roles(false, "admin", "auditor"), () -> "carol");

    assertThat(user.roles()).containsExactly("admin");
    assertThat(user(IdentityRules.DEFAULT, () -> "carol").roles()).isEmpty();
  }

  @Test
  void hasAllRolesThatTheContainerOrTheTokenTells() {
    request.roles = Set.of("admin");

    assertThat(user(roles(true), () -> "carol").roles()).containsExactly("admin");
    assertThat(user(roles(true), token("groups", List.of("a", "b"))).roles())
        .containsExactly("a", "b");
  }

  @Test
  void saysOnceWhereNobodyCanTellAllRoles() {
    assertThat(user(roles(true), () -> "carol").roles()).isEmpty();
    assertThat(user(roles(true), () -> "dave").roles()).isEmpty();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0408 ");
  }

  @Test
  void hasTheSessionOfTheServerOrOfTheTokenWhereConfigured() {
    IdentityRules rules =
        new IdentityRules(List.of(), List.of(), Map.of(), List.of(), List.of(), false, true);
    String ofToken = user(rules, token("sid", "S3CRET")).sessionId();
    request.session = "S3CRET";

    assertThat(ofToken).isNotNull().doesNotContain("S3CRET");
    assertThat(user(rules, () -> "carol").sessionId()).isEqualTo(ofToken);
    assertThat(user(IdentityRules.DEFAULT, () -> "carol").sessionId()).isNull();
  }

  @Test
  void isTheCallerWhereTheRequestMustNotBeTouched() {
    UserValue user =
        new UserResolution(List.of(), id("sub", "principal")).resolve(token("sub", "u-42"), null);

    assertThat(user.userId()).isEqualTo("u-42");
  }

  @Test
  void asksWhoKnowsMoreOnlyOfTheSameCaller() {
    Principal carol = () -> "carol";
    request.principal = carol;
    Request other = new Request();
    other.principal = carol;
    other.attributes.put("plan", "pro");
    RequestUser user =
        new RequestUser(
            request,
            new UserResolution(
                List.of(), rules(List.of(), List.of(), Map.of("plan", List.of(claim("plan"))))));
    user.enter();
    user.lookInto(other);

    assertThat(user.user().attrs()).containsEntry("plan", "pro");
    request.principal = () -> "dave";
    user.loginChanged();
    assertThat(user.user().userId()).isEqualTo("dave");
    assertThat(user.user().attrs()).isEmpty();
  }

  private OutgoingUser user(IdentityRules rules, Principal principal) {
    return value(rules, principal).attributes(RENDERER).outgoing();
  }

  private UserValue value(IdentityRules rules, Principal principal) {
    return new UserResolution(List.of(), rules).resolve(principal, request);
  }

  private static IdentityRules id(String... sources) {
    return rules(Stream.of(sources).map(ClaimSource::parse).toList(), List.of(), Map.of());
  }

  private static IdentityRules roles(boolean all, String... names) {
    return new IdentityRules(List.of(), List.of(), Map.of(), List.of(), List.of(names), all, false);
  }

  private static IdentityRules rules(
      List<ClaimSource> id, List<ClaimSource> email, Map<String, List<ClaimSource>> attrs) {
    return new IdentityRules(id, email, attrs, List.of(), List.of(), false, false);
  }

  private static ClaimSource claim(String path) {
    return ClaimSource.parse(path);
  }

  private static Token token(Object... namesAndValues) {
    Map<String, Object> claims = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      claims.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Token("carol", claims);
  }

  private static final class Request implements IdentitySource {
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, List<String>> headers = new HashMap<>();
    private Principal principal;
    private Collection<String> roles;
    private String session;

    @Override
    public Principal principal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("admin");
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }

    @Override
    public Object attribute(String name) {
      return attributes.get(name);
    }

    @Override
    public Collection<String> roles() {
      return roles;
    }

    @Override
    public List<String> headers(String name) {
      return headers.getOrDefault(name, List.of());
    }

    @Override
    public String sessionId() {
      return session;
    }
  }

  private record Token(String name, Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller says what it is
    public <T> T getClaim(String claim) {
      return (T) claims.get(claim);
    }
  }
}
