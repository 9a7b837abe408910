package dev.usercontext.it.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The documentation says what the tests of this build have seen. After a change, {@code
 * -Dattribution.write} on the test command writes it.
 */
class AttributionTableIT {

  /** Every runtime has these, and they make the lines of the tables. */
  private static final List<String> TESTS =
      List.of("BasicIT", "AttributedIT", "AsyncIT", "ScopedIT", "EntriesIT");

  private static final Path ROOT = Path.of("..", "..");
  private static final Path FULL = ROOT.resolve("docs/attribution.md");
  private static final Path README = ROOT.resolve("README.md");
  private static final String BEGIN = "<!-- what works where: written by the tests -->\n";
  private static final String END = "<!-- end of what works where -->\n";

  private final Map<Runtime, Seen> seen = new EnumMap<>(Runtime.class);

  @BeforeEach
  void read() throws IOException {
    Build.assumeWhole();
    Build.requireResultsOf(TESTS);
    for (Runtime runtime : Runtime.values()) {
      Seen one = Seen.by(runtime, TESTS);
      assertThat(one.unseen()).as("rows of %s without a result", runtime).isEmpty();
      seen.put(runtime, one);
    }
  }

  @Test
  void theFullTableIsWhatTheTestsSaw() throws IOException {
    String others = Markdown.head(seen.keySet()) + Surroundings.lines(seen.keySet());
    check(FULL, new FullTable(seen).render("\n## The same with …\n\n" + others));
  }

  @Test
  void theTableOfTheReadmeIsWhatTheTestsSaw() throws IOException {
    String text = Files.readString(README);
    assertThat(text).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    String table = new ShortTable(seen).render();
    check(README, before + "\n" + table + "\n" + text.substring(text.indexOf(END)));
  }

  private static void check(Path file, String expected) throws IOException {
    if (!System.getProperty("attribution.write").equals("no")) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("-Dattribution.write on the test command writes this file anew")
        .hasContent(expected);
  }
}
