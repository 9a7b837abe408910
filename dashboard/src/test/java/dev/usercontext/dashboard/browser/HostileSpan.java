package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.Map;

/** A span of somebody who wants pages to run what they show. */
final class HostileSpan {
  static final String USER = "<script>alert('user')</script>";
  static final String NAME = "\"><img src=x onerror=alert('name')>{page.title}{{7*7}}";

  private HostileSpan() {}

  static StoredSpan at(String trace, String id, long end) {
    return new DemoSpan(trace, id, NAME, SpanKind.CLIENT)
        .in("</title><script>alert(1)</script>", "'\"><svg onload=alert(2)>")
        .at(end - 30_000_000_000L, 1_000_000_000L)
        .failed("</td></table><script>alert(3)</script>")
        .of(new SpanUser(USER, "<b>evil</b>@example.com"), 0)
        .with(
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.request.model", "<img src=x onerror=alert(4)>",
                "gen_ai.agent.name", "</script><script>alert(5)</script>",
                "link", "javascript:alert(6)",
                "formula", "=HYPERLINK(\"http://evil\")",
                "cost_usd", 0.25))
        .event(new SpanEvent("<script>alert(7)</script>", end, Map.of("a", "<b>bold</b>")))
        .build();
  }
}
