package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a span that free text is looked for in: every engine keeps them in this form, so
 * that all of them find the same.
 *
 * <p>A word is a run of letters and digits, in lower case. Words of one value stand in a row, with
 * one space before and after each; two values have two spaces between them, so that no row of words
 * goes from one into the other.
 */
public final class SpanText {
  /** Characters of a span that are looked at; what comes after them can't be found. */
  static final int MAX_LENGTH = 16_384;

  private SpanText() {}

  /** All words of a span. */
  public static String of(StoredSpan span) {
    StringBuilder text = new StringBuilder(256).append(' ');
    append(text, span.name());
    append(text, span.service());
    append(text, span.statusMessage());
    if (span.user() != null) {
      append(text, span.user().id());
      append(text, span.user().email());
    }
    values(text, span.attributes().values());
    for (SpanEvent event : span.events()) {
      append(text, event.name());
      values(text, event.attributes().values());
    }
    return text.toString();
  }

  /**
   * What has to be within {@link #of}, for each of the words that somebody typed: "ada@example.com"
   * is " ada example com ".
   */
  public static String[] phrases(String typed) {
    return typed
        .strip()
        .lines()
        .flatMap(line -> java.util.Arrays.stream(line.split("\\s+")))
        .map(SpanText::phrase)
        .filter(phrase -> !phrase.isBlank())
        .toArray(String[]::new);
  }

  private static String phrase(String word) {
    StringBuilder phrase = new StringBuilder().append(' ');
    append(phrase, word);
    return phrase.toString().stripTrailing() + ' ';
  }

  private static void values(StringBuilder text, Collection<?> values) {
    for (Object value : values) {
      if (value instanceof Collection<?> list) {
        values(text, list);
      } else if (value instanceof Map<?, ?> map) {
        values(text, map.values());
      } else {
        append(text, Objects.toString(value, null));
      }
    }
  }

  private static void append(StringBuilder text, @Nullable String value) {
    if (value == null) {
      return;
    }
    int before = text.length();
    boolean within = false;
    for (int i = 0; i < value.length() && text.length() < MAX_LENGTH; i++) {
      char c = value.charAt(i);
      boolean letter = isLetter(c);
      if (letter) {
        text.append(c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c));
      } else if (within) {
        text.append(' ');
      }
      within = letter;
    }
    if (within) {
      text.append(' ');
    }
    if (text.length() > before) {
      text.append(' ');
    }
  }

  private static boolean isLetter(char c) {
    // Most are of ASCII, and need no look into the tables.
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }
    // A surrogate is half of a letter, or of a sign that is better found than not.
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
