package dev.usercontext.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What of a Markdown file is a link, a place to link to, or quoted code. */
final class Markdown {

  private static final Pattern FENCE = Pattern.compile("^( *)```(\\w*) *$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|src(?:set)?=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *$");

  private final List<String> links = new ArrayList<>();
  private final Set<String> anchors = new TreeSet<>();
  private final List<String> javaBlocks = new ArrayList<>();

  Markdown(String text) {
    Map<String, Integer> repeated = new HashMap<>();
    StringBuilder block = null;
    boolean java = false;
    for (String line : text.split("\n", -1)) {
      var fence = FENCE.matcher(line);
      if (fence.matches()) {
        if (block != null && java) {
          javaBlocks.add(block.toString().stripTrailing().stripIndent().strip());
        }
        java = fence.group(2).equals("java");
        block = block == null ? new StringBuilder() : null;
      } else if (block != null) {
        block.append(line).append('\n');
      } else {
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
          String slug = slug(heading.group(1));
          int before = repeated.merge(slug, 1, Integer::sum) - 1;
          anchors.add(before == 0 ? slug : slug + "-" + before);
        }
        LINK.matcher(line.replaceAll("`[^`]*`", ""))
            .results()
            .forEach(link -> links.add(link.group(1) == null ? link.group(2) : link.group(1)));
      }
    }
  }

  /** All targets of links and pictures. */
  List<String> links() {
    return links;
  }

  /** As the usual hosts of Markdown make them of headings. */
  Set<String> anchors() {
    return anchors;
  }

  /** Fenced code that says it is Java, without its indentation. */
  List<String> javaBlocks() {
    return javaBlocks;
  }

  private static String slug(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
