package dev.usercontext.it.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Callers with a token, of which configuration takes more than the name. */
public final class TokenIdentities {

  private static final String PAUL =
      """
      "customer": {"id": "c-1"}, "email": "paul@example.com",
      "https://example.com/plan": "pro", "org": {"id": 4711, "units": ["sales", "support"]},
      "bio": "%s", "sid": "session-of-paul",
      "act": {"sub": "support-7", "act": {"sub": "earlier"}},
      """
          .formatted("\\ud83d\\ude00".repeat(20));

  private TokenIdentities() {}

  public static Map<String, String> configuration() {
    return Map.of(
        "usercontext.vocabulary.acme.user-id", "enduser.customer",
        "usercontext.claims.user-id", "customer/id,sub",
        "usercontext.claims.email", "email",
        "usercontext.claims.attrs",
            "plan=https://example.com/plan,org=tid|org/id,unit=org/units/1,org/units,bio",
        "usercontext.limits.value-length", "15",
        "usercontext.roles", "user,admin",
        "usercontext.session", "true",
        "usercontext.provenance", "true");
  }

  /** The application on a server of Jakarta EE. */
  public static WebArchive war(TokenIssuer issuer) {
    return ApplicationWar.unaware("claims")
        .parts("identity")
        .webXml(WebXml.jwt())
        .configure(issuer.configuration())
        .configure(configuration())
        .withLibrary()
        .build();
  }

  /** One with every claim, and an actor; and one with none of them. */
  public static List<Caller> callers(TokenIssuer issuer) {
    return List.of(
        issuer
            .caller("paul", PAUL.replace('\n', ' '))
            .seenAs(
                known("c-1")
                    .email("paul@example.com")
                    .attr("plan", "pro")
                    .attr("org", 4711L)
                    .attr("unit", "support")
                    .attr("org.units", "sales,support")
                    .attr("bio", "\ud83d\ude00".repeat(7))
                    .with("session.id", digest("session-of-paul"))
                    .with("user_actor_id", "support-7")),
        issuer.caller("quinn").seenAs(known("quinn-id")));
  }

  public static List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(),
            IdentityRows.actor(
                id -> id,
                customer ->
                    customer.with("enduser.customer", "customer-4711").with("user_source", "api")))
        .flatMap(List::stream)
        .toList();
  }

  private static ExpectedUser known(String id) {
    return ExpectedUser.id(id)
        .with("enduser.customer", id)
        .with("user_roles", List.of("user"))
        .with("user.roles", List.of("user"))
        .with("user_source", "token");
  }

  private static String digest(String session) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
