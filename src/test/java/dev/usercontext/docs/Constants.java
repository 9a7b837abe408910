package dev.usercontext.docs;

import dev.usercontext.testkit.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source says of the constants of an enum, as Markdown. */
final class Constants {

  private static final Pattern DOCUMENTED =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z_]+)[(,;]", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\">([^<]*)</a>");

  private final Class<?> type;
  private final Map<String, List<String>> paragraphs = new LinkedHashMap<>();
  private final Map<String, String> comments = new LinkedHashMap<>();

  private Constants(Class<?> type) {
    this.type = type;
  }

  /** Those of an enum of the library. */
  static Constants of(Class<? extends Enum<?>> type) {
    Constants constants = new Constants(type);
    String source =
        Project.read("src/main/java/" + type.getName().replace('.', '/') + ".java").orElseThrow();
    Matcher matcher = DOCUMENTED.matcher(source);
    while (matcher.find()) {
      constants.comments.put(matcher.group(2), "/**" + matcher.group(1) + "*/");
      constants.paragraphs.put(
          matcher.group(2), Stream.of(text(matcher.group(1)).split(" ?<p> ?")).toList());
    }
    return constants;
  }

  /** What is said of it, as it stands there. */
  String comment(Enum<?> constant) {
    return comments.get(constant.name());
  }

  /** The first paragraph that is said of it. */
  String meaning(Enum<?> constant) {
    return paragraphs(constant).get(0);
  }

  /** All of them. */
  List<String> paragraphs(Enum<?> constant) {
    List<String> found = paragraphs.get(constant.name());
    if (found == null) {
      throw new AssertionError(type.getSimpleName() + "." + constant + " has no javadoc");
    }
    return found;
  }

  private static String text(String javadoc) {
    String joined = javadoc.replaceAll("\\n\\s*\\*", " ").replaceAll("\\s+", " ").strip();
    String code = CODE.matcher(joined).replaceAll("`$1`");
    return LINK.matcher(code).replaceAll("[$2]($1)");
  }
}
