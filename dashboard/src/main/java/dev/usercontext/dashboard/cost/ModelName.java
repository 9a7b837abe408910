package dev.usercontext.dashboard.cost;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that one model's name takes with its providers. */
final class ModelName {
  private static final int LONGEST = 200;

  /** {@code us.anthropic.}claude…, {@code mistral.}mistral…: as Bedrock names them. */
  private static final Pattern REGION_AND_VENDOR =
      Pattern.compile(
          "^(?:(?:us|eu|apac|global)\\.)?(?:anthropic|mistral|meta|cohere|amazon|deepseek)\\.");

  /** A date, a version or {@code latest} at the end. */
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?:-v\\d+(?::\\d+)?|[-@](?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}|latest|00\\d)"
              + "|-preview(?:-\\d{2}-\\d{2,4})?)$");

  private ModelName() {}

  /** The name as it is, then the same without provider, region and release. */
  static Set<String> candidates(String model) {
    Set<String> names = new LinkedHashSet<>();
    String name = model.strip().toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST) {
      return names;
    }
    names.add(name);
    name = name.substring(name.lastIndexOf('/') + 1);
    names.add(name);
    name = REGION_AND_VENDOR.matcher(name).replaceFirst("");
    names.add(name);
    String shorter = RELEASE.matcher(name).replaceFirst("");
    while (!shorter.equals(name)) {
      names.add(shorter);
      name = shorter;
      shorter = RELEASE.matcher(name).replaceFirst("");
    }
    return names;
  }

  /** Whether a pattern of the table, in which {@code *} is any text, is that name. */
  static boolean matches(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    String head = pattern.substring(0, star);
    String tail = pattern.substring(star + 1);
    if (tail.indexOf('*') < 0) {
      return name.length() >= head.length() + tail.length()
          && name.startsWith(head)
          && name.endsWith(tail);
    }
    if (!name.startsWith(head)) {
      return false;
    }
    for (int from = head.length(); from <= name.length(); from++) {
      if (matches(tail, name.substring(from))) {
        return true;
      }
    }
    return false;
  }
}
