package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a view has drawn goes with it: a window may be open for days. */
final class LeftViewsIT extends DemoPages {

  @ParameterizedTest
  @ValueSource(strings = {"/cost", "/coverage", "/network"})
  void nothingOfAViewThatIsLeftStays(String path) {
    page.navigate(path + "?range=all");
    settled(page);
    // What is made once only is there after the second view.
    change(2);
    Kept before = kept();

    change(20);

    assertThat(kept()).isEqualTo(before);
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      String range = i % 2 == 0 ? "30d" : "all";
      page.locator("label:has(input[name=range][value='" + range + "'])").click();
      assertThat(page).hasURL(Pattern.compile("range=" + range));
      settled(page);
    }
  }

  private record Kept(int listeners, int nodes) {}

  /** What the page has, seen or not, once collecting takes nothing more away. */
  private Kept kept() {
    CDPSession session = page.context().newCDPSession(page);
    Kept before;
    Kept kept = collected(session);
    do {
      before = kept;
      kept = collected(session);
    } while (!kept.equals(before));
    session.detach();
    return kept;
  }

  private static Kept collected(CDPSession session) {
    session.send("HeapProfiler.collectGarbage");
    JsonObject counters = session.send("Memory.getDOMCounters");
    return new Kept(counters.get("jsEventListeners").getAsInt(), counters.get("nodes").getAsInt());
  }
}
