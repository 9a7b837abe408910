package dev.usercontext.dashboard.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a query: a condition, or a word.
 *
 * @param key what is compared, or empty for a word
 * @param operator one of {@code : != > >= < <=}, or empty for a word
 * @param value what it is compared with, without its quotes
 * @param quoted whether the value stood in quotes
 */
record QueryToken(String key, String operator, String value, boolean quoted) {
  static final String KEY = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-/]*";

  private static final String QUOTED = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(-?)("
              + KEY
              + ")(!=|>=|<=|>|<|:|=)("
              + QUOTED
              + "|[^\\s\"]*)|("
              + QUOTED
              + "|[^\\s\"]+))(?=\\s|$)");

  private static final int LONGEST = 4_000;

  static List<QueryToken> split(String query) {
    List<QueryToken> tokens = new ArrayList<>();
    String text = query.strip();
    if (text.length() > LONGEST) {
      throw new InvalidQueryException("A query has at most " + LONGEST + " characters");
    }
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new InvalidQueryException(
            "A quote is not closed, or stands within a word: " + text.substring(at).strip());
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    return tokens;
  }

  private static QueryToken token(Matcher matcher) {
    if (matcher.group(5) != null) {
      String word = matcher.group(5);
      return new QueryToken("", "", unquote(word), word.startsWith("\""));
    }
    String operator = matcher.group(3).equals("=") ? ":" : matcher.group(3);
    if (!matcher.group(1).isEmpty()) {
      if (!operator.equals(":")) {
        throw new InvalidQueryException("A minus goes with key:value only: " + matcher.group());
      }
      operator = "!=";
    }
    String value = matcher.group(4);
    if (value.isEmpty()) {
      throw new InvalidQueryException(
          matcher.group(2) + operator + " needs a value; " + matcher.group(2) + ":* is any value");
    }
    return new QueryToken(matcher.group(2), operator, unquote(value), value.startsWith("\""));
  }

  private static String unquote(String text) {
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
        : text;
  }
}
