package dev.usercontext.internal.config;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the MicroProfile language server finds in the jar, and with it the editors that use it:
 * every key, its type and its default. Nothing else uses this class. Written by the tests from
 * {@link ConfigKey}: change that.
 */
final class EditorHelp {

  /**
   * {@code false} switches everything off: no filter, no span processor, {@code @UserAttributed}
   * does nothing, an injected {@code UserContext} has nobody.
   */
  @ConfigProperty(name = "usercontext.enabled", defaultValue = "true")
  boolean enabled;

  /**
   * Under which names the user is written: one or more of {@code flat}, {@code otel}, {@code
   * enduser}, {@code usr}.
   */
  @ConfigProperty(name = "usercontext.vocabularies", defaultValue = "flat,otel")
  @Nullable String vocabularies;

  /**
   * What the name of a custom attribute is prefixed with. One that would be written over the user's
   * id or another of its terms is left out.
   */
  @ConfigProperty(name = "usercontext.attrs-prefix", defaultValue = "user_attrs.")
  @Nullable String attrsPrefix;

  /**
   * What managed threads are given along with work: {@code context} is user and trace, {@code user}
   * leaves the trace to the runtime, {@code none} leaves both.
   */
  @ConfigProperty(name = "usercontext.propagation", defaultValue = "context")
  @Nullable String propagation;

  /**
   * What the id is <a href="#whom-a-request-is-of">taken from</a> instead of the name of the
   * principal; of several, the first that there is.
   */
  @ConfigProperty(name = "usercontext.claims.user-id")
  @Nullable String claimUserId;

  /** What the email is taken from; none without it. */
  @ConfigProperty(name = "usercontext.claims.email")
  @Nullable String claimEmail;

  /**
   * What custom attributes are taken from: entries such as {@code plan} or {@code tenant=org/id}
   * between commas; none without it.
   */
  @ConfigProperty(name = "usercontext.claims.attrs")
  @Nullable String claimAttrs;

  /** What says <a href="#actor-and-subject">who acts for the user</a>; {@code none} for nobody. */
  @ConfigProperty(name = "usercontext.claims.actor", defaultValue = "act/sub")
  @Nullable String claimActor;

  /**
   * Names of the request headers that {@code header:NAME} may take, such as {@code X-User}: those
   * that your proxy sets or removes on every request.
   */
  @ConfigProperty(name = "usercontext.trusted-headers")
  @Nullable String trustedHeaders;

  /**
   * The roles to tell: names, each of which the server is asked for; or {@code *} for all, where it
   * can enumerate them.
   */
  @ConfigProperty(name = "usercontext.roles")
  @Nullable String roles;

  /** {@code true} adds a hash of the HTTP session, or of the {@code sid} claim, to every span. */
  @ConfigProperty(name = "usercontext.session", defaultValue = "false")
  boolean session;

  /**
   * In which form an email leaves the process: {@code plain}, {@code hashed} (a pseudonym), {@code
   * domain} (what stands behind the at sign), {@code none}. By default {@code plain}; with
   * pseudonyms, {@code none}.
   */
  @ConfigProperty(name = "usercontext.email")
  @Nullable String email;

  /**
   * With it, the id of every user leaves as a <a href="privacy.md#pseudonyms">pseudonym</a>. A
   * secret of at least 32 bytes.
   */
  @ConfigProperty(name = "usercontext.pseudonym.key")
  @Nullable String pseudonymKey;

  /** What each pseudonym begins with: the name of the key that has made it. */
  @ConfigProperty(name = "usercontext.pseudonym.key-id", defaultValue = "k1")
  @Nullable String pseudonymKeyId;

  /** Sets the pseudonyms of this environment apart from those of another with the same key. */
  @ConfigProperty(name = "usercontext.pseudonym.environment")
  @Nullable String pseudonymEnvironment;

  /**
   * Former keys as {@code id:key}, between commas: only for {@code UserPseudonyms}, which finds
   * what was written under them.
   */
  @ConfigProperty(name = "usercontext.pseudonym.previous-keys")
  @Nullable String pseudonymPreviousKeys;

  /**
   * How many attributes, and how many roles, leave with a user. What is beyond is left out. The
   * default is the most.
   */
  @ConfigProperty(name = "usercontext.limits.attrs", defaultValue = "64")
  int limitAttrs;

  /**
   * How long the name of an attribute may be, in characters. A longer one is left out. The default
   * is the most.
   */
  @ConfigProperty(name = "usercontext.limits.name-length", defaultValue = "128")
  int limitName;

  /**
   * How long the text of an attribute may be, in characters. A longer one is cut. The default is
   * the most.
   */
  @ConfigProperty(name = "usercontext.limits.value-length", defaultValue = "4096")
  int limitValue;

  /**
   * How long the attributes of a user may be in all, in characters, at most 1000000. What is beyond
   * is left out.
   */
  @ConfigProperty(name = "usercontext.limits.total-length", defaultValue = "16384")
  int limitTotal;

  /**
   * {@code true} adds <a href="span-attributes.md#who-said-so">where the identity came from</a> to
   * every span.
   */
  @ConfigProperty(name = "usercontext.provenance", defaultValue = "false")
  boolean provenance;

  /**
   * Which <a href="logs.md">logs</a> say who the user is: {@code otel} (log records of
   * OpenTelemetry), {@code mdc}, or both.
   */
  @ConfigProperty(name = "usercontext.logs", defaultValue = "none")
  @Nullable String logs;

  /**
   * {@code id} sends the id of the user along with calls to <a href="across-services.md">other
   * services</a>, in W3C baggage. Never more than that.
   */
  @ConfigProperty(name = "usercontext.baggage.send", defaultValue = "none")
  @Nullable String baggageSend;

  /**
   * The hosts that it is sent to: names, {@code *.example.com}, or {@code *} for all. Has to be
   * there with {@code send=id}.
   */
  @ConfigProperty(name = "usercontext.baggage.hosts")
  @Nullable String baggageHosts;

  /** {@code true} believes the baggage of a request where the container knows no caller. */
  @ConfigProperty(name = "usercontext.baggage.trust", defaultValue = "false")
  boolean baggageTrust;

  /** The entry of the baggage that is written, and the only one that is read. */
  @ConfigProperty(name = "usercontext.baggage.user-id", defaultValue = "user.id")
  @Nullable String baggageUserId;

  private EditorHelp() {}
}
