package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TermsTest {

  @Test
  void numbersAreInTheOrderOfTheirTerms() {
    double[] numbers = {
      Double.NEGATIVE_INFINITY,
      -1e300,
      -2,
      -1.5,
      -1e-300,
      0,
      1e-300,
      0.5,
      3,
      42,
      1e18,
      1e300,
      Double.POSITIVE_INFINITY
    };

    assertThat(Arrays.stream(numbers).mapToObj(number -> Terms.number("n", number))).isSorted();
    assertThat(Terms.number("n", -0.0)).isEqualTo(Terms.number("n", 0.0));
    assertThat(Terms.number("n", "1e3")).isEqualTo(Terms.number("n", 1000L));
    assertThat(Terms.number("n", "1e3 or so")).isNull();
    assertThat(Terms.number("n", true)).isNull();
    assertThat(Terms.number("n", "1e400")).isNull();
    assertThat(Terms.number("n", (Object) Double.NaN)).isNull();
    assertThat(Terms.number("n", (Object) Double.POSITIVE_INFINITY)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpt:5", "12:34", "a very long name", "zoë \uD83D\uDE00"})
  void anEdgeIsReadAsItWasWritten(String name) {
    Edge edge = new Edge(new Node(NodeKind.AGENT, name), new Node(NodeKind.MODEL, name));

    assertThat(Terms.edge(Terms.edge(edge))).isEqualTo(edge);
  }

  @Test
  void keysDoNotRunIntoTheirValues() {
    assertThat(Terms.attribute("a", "b:c")).isNotEqualTo(Terms.attribute("a:b", "c"));
    assertThat(Terms.attribute("1", "1:x")).isNotEqualTo(Terms.attribute("11", ":x"));
  }

  @Test
  void noTermIsTooLongForAnIndexAndLongOnesDiffer() {
    String one = "\uFFFD".repeat(40_000);
    String other = one + "x";

    assertThat(Terms.of(one).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(32_766);
    assertThat(Terms.of(one)).isNotEqualTo(Terms.of(other));
    assertThat(Terms.attribute(one, one).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(32_766);
  }

  @Test
  void whatIsTypedIsNoPattern() {
    assertThat(Terms.containing("100%*?\\")).isEqualTo("*100%\\*\\?\\\\*");
    assertThat(Terms.beginning("4:plan", "Pr.")).startsWith("4\\:plan(p|P)(r|R)\\.");
  }
}
