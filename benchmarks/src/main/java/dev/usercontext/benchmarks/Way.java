package dev.usercontext.benchmarks;

/** A way for a span to get its user. */
public enum Way {
  NOTHING("not at all", null),
  BACKGROUND("processor, background thread of a server", NOTHING),
  NOBODY("processor, anonymous request", NOTHING),

  BY_HAND_3("by hand, 3 keys", null),
  REQUEST_FLAT("processor, request, vocabulary flat", BY_HAND_3),
  SCOPE_FLAT("processor, scope, vocabulary flat", BY_HAND_3),
  BAGGAGE("contrib's BaggageSpanProcessor, 3 keys", BY_HAND_3),

  BY_HAND_5("by hand, 5 keys", null),
  OWN_PROCESSOR("by hand, in a processor of one's own", BY_HAND_5),
  REQUEST("processor, request", BY_HAND_5),
  REQUEST_ASKED("processor, request that nobody tells of logins", BY_HAND_5),
  SCOPE("processor, scope", BY_HAND_5),
  SCOPES_5("processor, 5 scopes deep", BY_HAND_5),
  SCOPES_20("processor, 20 scopes deep", BY_HAND_5),
  SCOPE_IN_REQUEST("processor, scope in another user's request", BY_HAND_5),
  INHERITED("processor, from the parent span", BY_HAND_5),
  PROCESS_USER("processor, user of the process", BY_HAND_5),
  REQUEST_SCOPE("processor, CDI request scope alone", BY_HAND_5),

  BY_HAND_PSEUDONYM("by hand, the 4 keys of a pseudonym", null),
  PSEUDONYM("processor, request, pseudonyms on", BY_HAND_PSEUDONYM),

  CDI_PROXY("to compare: a CDI proxy for each span, 5 keys", BY_HAND_5),
  EXCEPTION("to compare: an exception for each span", NOTHING);

  private final String title;
  private final Way limit;

  Way(String title, Way limit) {
    this.title = title;
    this.limit = limit;
  }

  String title() {
    return title;
  }

  /** What writes the same keys by hand; null for what is compared with only. */
  Way limit() {
    return limit;
  }

  /** Whether it is measured inside a CDI container. */
  boolean needsContainer() {
    return this == BACKGROUND || this == INHERITED || this == REQUEST_SCOPE || this == CDI_PROXY;
  }
}
