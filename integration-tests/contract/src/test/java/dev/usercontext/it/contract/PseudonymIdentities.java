package dev.usercontext.it.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Callers with a password, whose names and emails stay in the application. */
public final class PseudonymIdentities {

  private static final String SECRET = "a secret of more than thirty-two bytes";

  private PseudonymIdentities() {}

  /**
   * @param attribute of the server's, which is to be an attribute of the user
   */
  public static Map<String, String> configuration(String attribute) {
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("usercontext.vocabularies", "flat,otel,enduser,usr");
    configuration.put("usercontext.pseudonym.key", SECRET);
    configuration.put("usercontext.pseudonym.key-id", "2026");
    configuration.put("usercontext.pseudonym.environment", "contract");
    configuration.put("usercontext.email", "domain");
    configuration.put("usercontext.roles", "*");
    configuration.put("usercontext.session", "true");
    configuration.put("usercontext.trusted-headers", "X-Email,X-User");
    configuration.put("usercontext.claims.user-id", "principal,header:X-User");
    configuration.put("usercontext.claims.email", "header:X-Email");
    configuration.put("usercontext.claims.attrs", "login=principal,known=" + attribute);
    return configuration;
  }

  /** The application on a server of Jakarta EE. */
  public static WebArchive war(String attribute) {
    return ApplicationWar.unaware("pseudonyms")
        .parts("identity", "ejb", "runas", "session")
        .webXml(WebXml.basic())
        .configure(configuration(attribute))
        .withLibrary()
        .build();
  }

  /**
   * The second sends a header as a proxy would to say that it is the first, which counts for nobody
   * who has logged in.
   *
   * @param known what the server's attribute says
   * @param roles that the server can enumerate
   */
  public static List<Caller> callers(Object known, String... roles) {
    return Stream.of("alice", "bob")
        .map(
            name ->
                Caller.basic(name)
                    .sending("X-Email", name + "@mail.example.com")
                    .sending("X-User", "alice")
                    .seenAs(inRoles(seen(name, known), roles)))
        .toList();
  }

  public static List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(),
            IdentityRows.runAs(),
            IdentityRows.actor(PseudonymIdentities::pseudonym, PseudonymIdentities::hashed))
        .flatMap(List::stream)
        .toList();
  }

  static ExpectedUser of(String id) {
    return hashed(ExpectedUser.id(pseudonym(id)));
  }

  private static ExpectedUser seen(String name, Object known) {
    return of(name)
        .email("mail.example.com")
        .with("usr.email", "mail.example.com")
        .attr("login", pseudonym(name))
        .attr("known", known);
  }

  private static ExpectedUser inRoles(ExpectedUser user, String... roles) {
    return roles.length == 0
        ? user
        : user.with("user_roles", List.of(roles)).with("user.roles", List.of(roles));
  }

  private static ExpectedUser hashed(ExpectedUser user) {
    Object id = user.attributes().get("user_id");
    return user.with("enduser.id", id)
        .with("usr.id", id)
        .with("user.hash", id)
        .with("enduser.pseudo.id", id);
  }

  private static String pseudonym(String id) {
    return "2026." + hash("id", id);
  }

  /** What is told of the HTTP session with this id. */
  static String session(String id) {
    return "2026." + hash("session", id);
  }

  /** As docs/privacy.md has it made. */
  private static String hash(String kind, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((kind + "\ncontract\n" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
