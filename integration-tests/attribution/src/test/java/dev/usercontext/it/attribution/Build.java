package dev.usercontext.it.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What this build has run so far. */
final class Build {

  /** To the second, as Maven says it. */
  private static final Instant STARTED = Instant.parse(System.getProperty("build.started"));

  private Build() {}

  /** Leaves the test out where the build was asked for a part only. */
  static void assumeWhole() throws IOException {
    String tests = System.getProperty("build.tests", "");
    assumeTrue(tests.isEmpty(), "only " + tests + " was run: nothing to compare");
    for (Runtime runtime : Runtime.values()) {
      Path summary = runtime.target().resolve("failsafe-reports/failsafe-summary.xml");
      assumeTrue(isOfThisBuild(summary), runtime + " was not run: nothing to compare");
    }
  }

  static void requireResultsOf(List<String> tests) throws IOException {
    for (Runtime runtime : Runtime.values()) {
      for (String test : tests) {
        Path file = Seen.file(runtime, test);
        assertThat(isOfThisBuild(file)).as("%s was written by this build", file).isTrue();
      }
    }
  }

  private static boolean isOfThisBuild(Path file) throws IOException {
    return Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(STARTED);
  }
}
