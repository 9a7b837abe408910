package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spans of all sorts, always the same ones, in no order. */
final class RandomSpans {
  static final String[] USERS = {"u-1", "u-2", "ada", "zoë", "x' OR '1'='1", "<b>u</b>"};
  static final String[] MODELS = {"gpt-5", "claude-5", "tiny"};
  static final String[] WORDS = {"Order", "refund", "Müller", "timeout", "42", "a_b"};

  private RandomSpans() {}

  static List<StoredSpan> make(int count) {
    Random random = new Random(5);
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(one(random, i));
    }
    Collections.shuffle(spans, random);
    return spans;
  }

  private static StoredSpan one(Random random, int i) {
    TestSpan span =
        TestSpan.of(random.nextLong() >>> 1, random.nextLong())
            .at(TestSpan.T0 + random.nextInt(40 * 24) * (TestSpan.HOUR / 2) - TestSpan.DAY * 10)
            .took(random.nextInt(20) * 50_000_000L)
            .name("work " + random.nextInt(4))
            .kind(SpanKind.values()[random.nextInt(6)])
            .service("service-" + random.nextInt(3))
            .environment(random.nextInt(5) == 0 ? null : "env-" + random.nextInt(2));
    if (random.nextInt(4) != 0) {
      int user = random.nextInt(USERS.length);
      span.user(USERS[user], random.nextBoolean() ? "mail" + user + "@example.com" : null);
      span.attribute("user_attrs.plan", user % 2 == 0 ? "pro" : "free");
    }
    switch (random.nextInt(6)) {
      case 0, 1 ->
          span.call(
              MODELS[random.nextInt(3)],
              random.nextBoolean() ? "agent-" + random.nextInt(2) : null,
              random.nextInt(4) == 0 ? null : (long) random.nextInt(12) * 1000,
              random.nextInt(100),
              random.nextInt(100));
      case 2 -> span.agent("agent-" + random.nextInt(2));
      case 3 -> span.tool("tool-" + random.nextInt(2));
      default -> {}
    }
    if (random.nextInt(5) == 0) {
      span.failed("broken: " + WORDS[random.nextInt(WORDS.length)]);
    }
    span.attribute("n", (long) random.nextInt(10)).attribute("ratio", random.nextInt(4) / 2.0);
    // Numbers that are written in more than one way.
    switch (i % 9) {
      case 0 -> span.attribute("price", 0.00084).attribute("user_attrs.rate", 0.00025);
      case 1 -> span.attribute("price", 12_345_678.0);
      case 2 -> span.attribute("price", 3.0).resource(Map.of("share", 2.0E-4));
      case 3 -> span.attribute("price", 12_345_678L);
      case 4 -> span.attribute("price", "1.1");
      default -> {}
    }
    if (random.nextBoolean()) {
      span.attribute(
          "http.route",
          "/" + WORDS[random.nextInt(WORDS.length)] + "/" + WORDS[random.nextInt(WORDS.length)]);
    }
    if (random.nextInt(6) == 0) {
      span.attribute("ok", random.nextBoolean());
    }
    return span.build();
  }
}
