package dev.usercontext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What the library allocates for a span beyond what the same attributes by hand do: nothing, where
 * a context says whose span it is. Bytes are counted, not timed, so a busy machine changes nothing.
 */
class AllocationIT {

  /** So many spans, not so many seconds: the compiler decides what is allocated. */
  private static final String QUICK = "-f 1 -bm ss -wi 6 -wbs 50000 -i 2 -bs 50000";

  /** JMH's own share, divided by the number of spans. */
  private static final double NOISE = 0.5;

  @Test
  void aSpanAllocatesWhatItsAttributesByHandWould() throws Exception {
    List<Way> free =
        List.of(
            Way.NOBODY,
            Way.REQUEST_FLAT,
            Way.SCOPE_FLAT,
            Way.REQUEST,
            Way.REQUEST_ASKED,
            Way.SCOPE,
            Way.SCOPES_5,
            Way.SCOPES_20,
            Way.SCOPE_IN_REQUEST,
            Way.PSEUDONYM,
            Way.PROCESS_USER);

    assertFree(free, withLimits(Measured.LOWEST, free));
  }

  @Test
  void soItDoesWithTheNewestSdk() throws Exception {
    List<Way> free = List.of(Way.NOBODY, Way.REQUEST, Way.SCOPE);

    assertFree(free, withLimits(Measured.NEWEST, free));
  }

  @Test
  void whatARequestAllocatesMore() throws Exception {
    Map<RequestWay, Figures> figures =
        Measured.run(
            RequestBenchmark.class, Measured.LOWEST, List.of(RequestWay.values()), 1, QUICK);
    double without = figures.get(RequestWay.WITHOUT).bytes();
    assertThat(figures.get(RequestWay.ANONYMOUS).bytes()).isLessThan(without + 248);
    assertThat(figures.get(RequestWay.LOGGED_IN).bytes()).isLessThan(without + 632);
  }

  private static Map<Way, Figures> withLimits(Sdk sdk, List<Way> ways) throws Exception {
    List<Way> all = new ArrayList<>(ways);
    ways.stream().map(Way::limit).distinct().forEach(all::add);
    return Measured.run(SpanBenchmark.class, sdk, all, 1, QUICK);
  }

  private static void assertFree(List<Way> ways, Map<Way, Figures> figures) {
    SoftAssertions softly = new SoftAssertions();
    for (Way way : ways) {
      softly
          .assertThat(figures.get(way).bytes())
          .as("bytes a span: %s", way.title())
          .isEqualTo(figures.get(way.limit()).bytes(), within(NOISE));
    }
    softly.assertAll();
  }
}
