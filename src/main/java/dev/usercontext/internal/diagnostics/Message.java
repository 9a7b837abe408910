package dev.usercontext.internal.diagnostics;

import java.text.MessageFormat;
import java.util.Locale;

/** Every message of this library. A code is never reused; docs/messages.md explains each. */
public enum Message {
  STARTED(
      "UC0001",
      "User Context {0} on {1}: identity from {2}; vocabularies {3}; pseudonyms {4}; span"
          + " processor {5}"),
  DISABLED("UC0002", "User Context is switched off by {0}=false"),
  NO_OPENTELEMETRY(
      "UC0003",
      "User Context needs the OpenTelemetry API, and the application cannot see it: class {0} is"
          + " missing. {1}"),
  PROCESSOR_NOT_LOADED(
      "UC0004",
      "The server makes spans without the span processor of User Context, so only server spans"
          + " and calls of @UserAttributed beans carry the user. {0}"),

  UNKNOWN_KEY("UC0101", "Unknown configuration key {0}; did you mean {1}?"),
  INVALID_VALUE("UC0102", "Configuration {0}={1}: {2}"),
  INVALID_SECRET("UC0103", "Configuration {0}: {1}"),

  FINAL_CLASS(
      "UC0201", "{0}: @UserAttributed cannot be applied to a final class; remove one of the two"),
  NOT_INTERCEPTABLE(
      "UC0202", "{0}: @UserAttributed cannot be applied to a {1} method; remove one of the two"),
  SECOND_PARAMETER("UC0203", "{0}: more than one parameter is marked with @{1}"),
  ATTR_WITHOUT_NAME("UC0204", "{0}: @UserAttr needs a name, as in @UserAttr(\"plan\")"),
  MALFORMED_ATTR(
      "UC0205", "{0}: \"{1}\" in attrs of @UserAttributed must have the form name=value"),
  UNBOUND_PARAMETER(
      "UC0206",
      "{0}: a parameter is marked with @{1}, but neither method nor class with"
          + " @UserAttributed"),

  NO_USER("UC0301", "{0} requires a user, and nobody is in effect"),
  NO_USER_TO_ASK("UC0302", "Nobody is in effect; ask isPresent() first"),

  RESOLVER_FAILED("UC0401", "{0} failed: the spans of such requests have no user"),
  IDENTITY_UNUSABLE("UC0402", "The identity of a request cannot be used as a user: {0}"),
  PARAMETER_UNUSABLE("UC0403", "{0}: a parameter cannot be used as a user: {1}"),
  ATTRIBUTION_FAILED("UC0404", "A span could not be attributed"),
  VALUE_CUT("UC0405", "An attribute or role of a user was cut at {0}"),
  ATTRIBUTE_DROPPED("UC0406", "An attribute of a user was left out, since it is beyond {0}"),
  ID_MISSING(
      "UC0407",
      "A caller has none of what {0} names: such requests have no user. Add \"principal\" to it to"
          + " use the name of the principal then"),
  ROLES_UNKNOWN(
      "UC0408",
      "This server cannot enumerate the roles of a caller: name them in {0} instead of *"),
  HEADER_TWICE(
      "UC0409",
      "A request has the trusted header {0} more than once: it is not believed. Have the proxy"
          + " replace what its callers send");

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
