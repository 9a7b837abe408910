package dev.usercontext.internal.config;

import dev.usercontext.internal.privacy.Limits;
import java.util.Optional;

/**
 * Every key of the configuration, with its default. What is said here of each is what
 * docs/configuration.md and editors say.
 */
public enum ConfigKey {
  /**
   * {@code false} switches everything off: no filter, no span processor, {@code @UserAttributed}
   * does nothing, an injected {@code UserContext} has nobody.
   */
  ENABLED("enabled", "true"),
  /**
   * Under which names the user is written: one or more of {@code flat}, {@code otel}, {@code
   * enduser}, {@code usr}.
   */
  VOCABULARIES("vocabularies", "flat,otel"),
  /**
   * What the name of a custom attribute is prefixed with. One that would be written over the user's
   * id or another of its terms is left out.
   */
  ATTRS_PREFIX("attrs-prefix", "user_attrs."),
  /**
   * What managed threads are given along with work: {@code context} is user and trace, {@code user}
   * leaves the trace to the runtime, {@code none} leaves both.
   */
  PROPAGATION("propagation", "context"),
  /**
   * What the id is <a href="#whom-a-request-is-of">taken from</a> instead of the name of the
   * principal; of several, the first that there is.
   */
  CLAIM_USER_ID("claims.user-id", ""),
  /** What the email is taken from; none without it. */
  CLAIM_EMAIL("claims.email", ""),
  /**
   * What custom attributes are taken from: entries such as {@code plan} or {@code tenant=org/id}
   * between commas; none without it.
   */
  CLAIM_ATTRS("claims.attrs", ""),
  /** What says <a href="#actor-and-subject">who acts for the user</a>; {@code none} for nobody. */
  CLAIM_ACTOR("claims.actor", "act/sub"),
  /**
   * Names of the request headers that {@code header:NAME} may take, such as {@code X-User}: those
   * that your proxy sets or removes on every request.
   */
  TRUSTED_HEADERS("trusted-headers", ""),
  /**
   * The roles to tell: names, each of which the server is asked for; or {@code *} for all, where it
   * can enumerate them.
   */
  ROLES("roles", ""),
  /** {@code true} adds a hash of the HTTP session, or of the {@code sid} claim, to every span. */
  SESSION("session", "false"),
  /**
   * In which form an email leaves the process: {@code plain}, {@code hashed} (a pseudonym), {@code
   * domain} (what stands behind the at sign), {@code none}. By default {@code plain}; with
   * pseudonyms, {@code none}.
   */
  EMAIL("email", ""),
  /**
   * With it, the id of every user leaves as a <a href="privacy.md#pseudonyms">pseudonym</a>. A
   * secret of at least 32 bytes.
   */
  PSEUDONYM_KEY("pseudonym.key", ""),
  /** What each pseudonym begins with: the name of the key that has made it. */
  PSEUDONYM_KEY_ID("pseudonym.key-id", "k1"),
  /** Sets the pseudonyms of this environment apart from those of another with the same key. */
  PSEUDONYM_ENVIRONMENT("pseudonym.environment", ""),
  /**
   * Former keys as {@code id:key}, between commas: only for {@code UserPseudonyms}, which finds
   * what was written under them.
   */
  PSEUDONYM_PREVIOUS_KEYS("pseudonym.previous-keys", ""),
  /**
   * How many attributes, and how many roles, leave with a user. What is beyond is left out. The
   * default is the most.
   */
  LIMIT_ATTRS("limits.attrs", String.valueOf(Limits.DEFAULT.attrs())),
  /**
   * How long the name of an attribute may be, in characters. A longer one is left out. The default
   * is the most.
   */
  LIMIT_NAME("limits.name-length", String.valueOf(Limits.DEFAULT.nameLength())),
  /**
   * How long the text of an attribute may be, in characters. A longer one is cut. The default is
   * the most.
   */
  LIMIT_VALUE("limits.value-length", String.valueOf(Limits.DEFAULT.valueLength())),
  /**
   * How long the attributes of a user may be in all, in characters, at most 1000000. What is beyond
   * is left out.
   */
  LIMIT_TOTAL("limits.total-length", String.valueOf(Limits.DEFAULT.totalLength())),
  /**
   * {@code true} adds <a href="span-attributes.md#who-said-so">where the identity came from</a> to
   * every span.
   */
  PROVENANCE("provenance", "false"),
  /**
   * Which <a href="logs.md">logs</a> say who the user is: {@code otel} (log records of
   * OpenTelemetry), {@code mdc}, or both.
   */
  LOGS("logs", "none"),
  /**
   * {@code id} sends the id of the user along with calls to <a href="across-services.md">other
   * services</a>, in W3C baggage. Never more than that.
   */
  BAGGAGE_SEND("baggage.send", "none"),
  /**
   * The hosts that it is sent to: names, {@code *.example.com}, or {@code *} for all. Has to be
   * there with {@code send=id}.
   */
  BAGGAGE_HOSTS("baggage.hosts", ""),
  /** {@code true} believes the baggage of a request where the container knows no caller. */
  BAGGAGE_TRUST("baggage.trust", "false"),
  /** The entry of the baggage that is written, and the only one that is read. */
  BAGGAGE_USER_ID("baggage.user-id", "user.id");

  /** What every key begins with. */
  public static final String PREFIX = "usercontext.";

  private final String key;
  private final String defaultValue;

  ConfigKey(String name, String defaultValue) {
    this.key = PREFIX + name;
    this.defaultValue = defaultValue;
  }

  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  static Optional<ConfigKey> of(String key) {
    for (ConfigKey candidate : values()) {
      if (candidate.key.equals(key)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
