package dev.usercontext.internal.privacy;

import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The custom attributes of one user as they may leave: within the limits, and not a name in it. */
final class AttributeFilter {

  /** Shorter ids are found by chance in texts that have nothing to do with them. */
  private static final int MIN_SOUGHT = 4;

  private final Disclosure disclosure;
  private final KnownUser user;
  private final String toldId;
  private final @Nullable String toldEmail;
  private final @Nullable String toldActor;
  private int total;

  AttributeFilter(
      Disclosure disclosure,
      KnownUser user,
      String toldId,
      @Nullable String toldEmail,
      @Nullable String toldActor) {
    this.disclosure = disclosure;
    this.user = user;
    this.toldId = toldId;
    this.toldEmail = toldEmail;
    this.toldActor = toldActor;
  }

  Map<String, Object> filter() {
    if (user.attrs().isEmpty()) {
      return Map.of();
    }
    Map<String, Object> told = new LinkedHashMap<>();
    user.attrs().forEach((name, value) -> add(told, name, value));
    return Collections.unmodifiableMap(told);
  }

  private void add(Map<String, Object> told, String name, Object value) {
    Limits limits = disclosure.limits();
    Object hidden = disclosure.pseudonyms() == null ? value : withoutNames(value);
    if (hidden == null) {
      return;
    }
    if (name.length() > limits.nameLength()) {
      dropped("limits.name-length", limits.nameLength());
      return;
    }
    if (told.size() >= limits.attrs()) {
      dropped("limits.attrs", limits.attrs());
      return;
    }
    Object kept = hidden instanceof String text ? text(text, limits.valueLength()) : hidden;
    int length = name.length() + String.valueOf(kept).length();
    if (length > limits.totalLength() - total) {
      dropped("limits.total-length", limits.totalLength());
      return;
    }
    total += length;
    told.put(SafeText.of(name), kept);
  }

  /** Harmless and no longer than this. */
  static String text(String text, int max) {
    String cut = SafeText.cut(text, max);
    String safe = SafeText.of(cut);
    if (!safe.equals(text)) {
      Counter.CUT.increment();
      if (cut.length() < text.length()) {
        Log.warnOnce(Message.VALUE_CUT, "", null, "usercontext.limits.value-length=" + max);
      }
    }
    return safe;
  }

  private static void dropped(String key, int max) {
    Counter.DROPPED.increment();
    Log.warnOnce(Message.ATTRIBUTE_DROPPED, key, null, "usercontext." + key + "=" + max);
  }

  /** What repeats the id, the email or the actor must not tell what these do not. */
  private @Nullable Object withoutNames(Object value) {
    String text = String.valueOf(value);
    String email = user.email();
    if (email != null && text.equalsIgnoreCase(email)) {
      return toldEmail;
    }
    if (text.equals(user.id())) {
      return toldId;
    }
    if (text.equals(user.actorId())) {
      return toldActor;
    }
    return value instanceof String ? withoutNames(text) : value;
  }

  private String withoutNames(String text) {
    String hidden = replace(text, user.email(), toldEmail);
    hidden = replace(hidden, user.id(), toldId);
    return replace(hidden, user.actorId(), toldActor);
  }

  private static String replace(String text, @Nullable String sought, @Nullable String told) {
    if (sought == null || sought.length() < MIN_SOUGHT) {
      return text;
    }
    return Pattern.compile(Pattern.quote(sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(told == null ? "" : told));
  }
}
