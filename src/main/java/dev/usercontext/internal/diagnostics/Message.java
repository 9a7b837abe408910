package dev.usercontext.internal.diagnostics;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * Every message of this library. A code is never reused. What is said here of each, when it comes
 * and what to do, is what docs/messages.md says.
 */
public enum Message {
  /**
   * INFO at start: version, runtime, where identities come from, vocabularies, pseudonyms, span
   * processor loaded or not yet
   *
   * <p>Nothing. "Not loaded yet" is usual where the server builds its SDK with the first span.
   */
  STARTED(
      "UC0001",
      "User Context {0} on {1}: identity from {2}; vocabularies {3}; pseudonyms {4}; span"
          + " processor {5}"),
  /**
   * INFO at start: switched off by {@code usercontext.enabled=false}
   *
   * <p>Nothing.
   */
  DISABLED("UC0002", "User Context is switched off by {0}=false"),
  /**
   * The deployment fails: the OpenTelemetry API is not visible to the application
   *
   * <p>Do what the message says for your server: a subsystem, a feature or an extension is missing.
   */
  NO_OPENTELEMETRY(
      "UC0003",
      "User Context needs the OpenTelemetry API, and the application cannot see it: class {0} is"
          + " missing. {1}"),
  /**
   * WARN, once: the server makes spans without our span processor (Open Liberty's runtime mode; an
   * EAR on WildFly with the jar in its WARs)
   *
   * <p>Do what the message says: configure telemetry in the application instead of the server, or
   * put the jar into the {@code lib} folder of the EAR. Until then the span current in a method
   * that is {@code UserAttributed} carries the user, on Open Liberty the server span too where the
   * WAR has the jar; others don't.
   */
  PROCESSOR_NOT_LOADED(
      "UC0004",
      "The server makes spans without the span processor of User Context: of these, only the one"
          + " current in an @UserAttributed method carries the user, and on Open Liberty the server"
          + " span where the WAR has the jar. {0}"),

  /**
   * WARN at start: a key that begins with {@code usercontext.} is not known
   *
   * <p>Correct the key; the message names the nearest one.
   */
  UNKNOWN_KEY("UC0101", "Unknown configuration key {0}; did you mean {1}?"),
  /**
   * The deployment fails: a value cannot be used
   *
   * <p>Correct the value of the key that the message names.
   */
  INVALID_VALUE("UC0102", "Configuration {0}={1}: {2}"),
  /**
   * The deployment fails: a secret, or what belongs to it, cannot be used; the message does not
   * repeat it
   *
   * <p>Do what the message says: {@code openssl rand -base64 32} makes a key.
   */
  INVALID_SECRET("UC0103", "Configuration {0}: {1}"),

  /**
   * The deployment fails: {@code @UserAttributed} on a final class
   *
   * <p>Remove one of the two: a final class cannot be intercepted.
   */
  FINAL_CLASS(
      "UC0201", "{0}: @UserAttributed cannot be applied to a final class; remove one of the two"),
  /**
   * The deployment fails: {@code @UserAttributed} on a final, static or private method
   *
   * <p>Remove one of the two.
   */
  NOT_INTERCEPTABLE(
      "UC0202", "{0}: @UserAttributed cannot be applied to a {1} method; remove one of the two"),
  /**
   * The deployment fails: two parameters of a method are marked {@code @UserId}, or two
   * {@code @UserEmail}
   *
   * <p>Leave one.
   */
  SECOND_PARAMETER("UC0203", "{0}: more than one parameter is marked with @{1}"),
  /**
   * The deployment fails: {@code @UserAttr} without a name
   *
   * <p>Name the attribute: {@code @UserAttr("plan")}.
   */
  ATTR_WITHOUT_NAME("UC0204", "{0}: @UserAttr needs a name, as in @UserAttr(\"plan\")"),
  /**
   * The deployment fails: an entry of {@code attrs} is not {@code name=value}
   *
   * <p>Write {@code @UserAttributed(attrs = "feature=chat")}.
   */
  MALFORMED_ATTR(
      "UC0205", "{0}: \"{1}\" in attrs of @UserAttributed must have the form name=value"),
  /**
   * The deployment fails: a marked parameter, but neither the method nor its class has
   * {@code @UserAttributed}
   *
   * <p>Add {@code @UserAttributed}, without which the mark does nothing.
   */
  UNBOUND_PARAMETER(
      "UC0206",
      "{0}: a parameter is marked with @{1}, but neither method nor class with"
          + " @UserAttributed"),

  /**
   * {@code NoUserException}: {@code required = true}, and nobody is in effect
   *
   * <p>Call the method within a request or a scope that has a user.
   */
  NO_USER("UC0301", "{0} requires a user, and nobody is in effect"),
  /**
   * {@code NoUserException}: the injected {@code UserContext} was asked for an id that it doesn't
   * have
   *
   * <p>Ask {@code isPresent()} first.
   */
  NO_USER_TO_ASK("UC0302", "Nobody is in effect; ask isPresent() first"),

  /**
   * WARN, once for each resolver and exception: a {@code UserContextResolver} failed
   *
   * <p>Mend the resolver; such requests have no user meanwhile.
   */
  RESOLVER_FAILED("UC0401", "{0} failed: the spans of such requests have no user"),
  /**
   * WARN, once for each cause: the identity of a request cannot be used as a user, or the server
   * failed to tell it
   *
   * <p>The message names the rule that it breaks. Give users an id that keeps it, with a {@code
   * UserContextResolver}.
   */
  IDENTITY_UNUSABLE("UC0402", "The identity of a request cannot be used as a user: {0}"),
  /**
   * WARN, once for each method: a marked parameter cannot be used as a user
   *
   * <p>The message names the rule that the value breaks; the call has no user.
   */
  PARAMETER_UNUSABLE("UC0403", "{0}: a parameter cannot be used as a user: {1}"),
  /**
   * WARN, once for each exception: a span could not be attributed
   *
   * <p>This is a fault of User Context: please report it.
   */
  ATTRIBUTION_FAILED("UC0404", "A span could not be attributed"),
  /**
   * WARN, once: an attribute or role of a user was longer than allowed and was cut
   *
   * <p>Write less, or raise {@code usercontext.limits.value-length} if it was lowered: its default
   * is the most. {@code UserContextCounters.cut} counts each.
   */
  VALUE_CUT("UC0405", "An attribute or role of a user was cut at {0}"),
  /**
   * WARN, once for each limit: an attribute of a user was left out
   *
   * <p>Write less, or raise the limit that the message names: to its default at most, {@code
   * usercontext.limits.total-length} to 1000000. {@code UserContextCounters.dropped} counts each.
   */
  ATTRIBUTE_DROPPED("UC0406", "An attribute of a user was left out, since it is beyond {0}"),
  /**
   * WARN, once, and counted each time: a caller has none of what {@code usercontext.claims.user-id}
   * names
   *
   * <p>Such requests have no user. Name another claim, or {@code principal} as the last.
   */
  ID_MISSING(
      "UC0407",
      "A caller has none of what {0} names: such requests have no user. Add \"principal\" to it to"
          + " use the name of the principal then"),
  /**
   * WARN, once: {@code usercontext.roles=*}, and this server cannot enumerate roles
   *
   * <p>Name the roles: {@code usercontext.roles=admin,auditor}.
   */
  ROLES_UNKNOWN(
      "UC0408",
      "This server cannot enumerate the roles of a caller: name them in {0} instead of *"),
  /**
   * WARN, once for each header: a trusted header came more than once
   *
   * <p>It is not believed, since one of them may be the client's. Have the proxy replace the header
   * instead of adding one.
   */
  HEADER_TWICE(
      "UC0409",
      "A request has the trusted header {0} more than once: it is not believed. Have the proxy"
          + " replace what its callers send"),

  /**
   * WARN, once for each exception: a log record could not be attributed
   *
   * <p>This is a fault of User Context: please report it.
   */
  LOG_ATTRIBUTION_FAILED("UC0501", "A log record could not be attributed"),
  /**
   * WARN at start, on Open Liberty: another application of this server has the key already
   *
   * <p>Only one application of a server can have it. The <a href="logs.md">log records of
   * OpenTelemetry</a> have no such limit.
   */
  MDC_KEY_TAKEN(
      "UC0502",
      "Another application of this server already says who the user is in its log, under {0}: the"
          + " records of this one do not"),
  /**
   * WARN at start: new threads inherit the MDC of this framework for good, so it is not used
   *
   * <p>Use a framework whose MDC stays on its thread, such as Logback.
   */
  MDC_INHERITED(
      "UC0503",
      "The MDC of {0} goes on to every new thread, and would keep its user there: it is not used"),

  /**
   * WARN, once for each exception: the user of a call could not be put into its baggage
   *
   * <p>The call went out without it. This is a fault of User Context: please report it.
   */
  BAGGAGE_FAILED("UC0601", "The user of a call could not be put into its baggage"),
  /**
   * WARN, once: the id of a user is not sent, since other services would not take it
   *
   * <p>Use ids that keep the rule that the message names. {@code UserContextCounters.dropped}
   * counts each.
   */
  BAGGAGE_NOT_SENT("UC0602", "The id of a user is not sent in baggage: {0}"),
  /**
   * WARN, once for each cause: the baggage of a request breaks the rule that the message names
   *
   * <p>The request has no user. Look who sends it. {@code UserContextCounters.dropped} counts each.
   */
  BAGGAGE_REFUSED("UC0603", "The baggage of a request is not believed: {0}");

  private final String code;
  private final String pattern;

  Message(String code, String pattern) {
    this.code = code;
    this.pattern = pattern;
  }

  public String code() {
    return code;
  }

  /** The text with its code in front. */
  public String text(Object... arguments) {
    // MessageFormat takes an apostrophe for a quotation mark.
    String format = pattern.replace("'", "''");
    return code + " " + new MessageFormat(format, Locale.ROOT).format(arguments);
  }
}
