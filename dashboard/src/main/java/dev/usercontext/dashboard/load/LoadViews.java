package dev.usercontext.dashboard.load;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.UserQuery;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every view, and how long it takes. */
final class LoadViews {
  private final SpanStore store;
  private final TimeRange range;
  private final int repeats;
  private final Map<String, Runnable> views = new LinkedHashMap<>();

  LoadViews(SpanStore store, TimeRange range, int repeats) {
    this.store = store;
    this.range = range;
    this.repeats = repeats;
    List<StoredSpan> some = sample();
    users();
    audit();
    search(some);
    rest(some);
  }

  private SpanFilter.Builder filter() {
    return SpanFilter.builder(range);
  }

  /** Spans from all over the range, whose values are looked for. */
  private List<StoredSpan> sample() {
    List<StoredSpan> some = new ArrayList<>();
    long step = (range.toNanos() - range.fromNanos()) / 20;
    for (int i = 1; i <= 20; i++) {
      SpanFilter part =
          SpanFilter.builder(new TimeRange(range.fromNanos(), range.fromNanos() + i * step))
              .onlyLlmCalls(false)
              .build();
      some.addAll(store.audit(new AuditQuery(part, Order.NEWEST, null, 1)).spans());
    }
    return some;
  }

  private void users() {
    for (UserQuery.Column column :
        List.of(UserQuery.Column.COST, UserQuery.Column.LAST_SEEN, UserQuery.Column.EMAIL)) {
      views.put(
          "users by " + column,
          () -> store.users(new UserQuery(filter().build(), null, column, true, 0, 50)));
    }
    views.put(
        "users, find as you type",
        () ->
            store.users(
                new UserQuery(filter().build(), "user77", UserQuery.Column.COST, true, 0, 50)));
    views.put("a user, the heaviest", () -> store.user("user-0", filter().build()));
    views.put("a user, the thousandth", () -> store.user("user-1000", filter().build()));
  }

  private void audit() {
    for (Order order : Order.values()) {
      views.put("audit by " + order, () -> page(filter().build(), order));
      views.put(
          "audit by " + order + ", heaviest user",
          () -> page(filter().user("user-0").onlyLlmCalls(true).build(), order));
    }
    views.put("audit, user 1000", () -> page(filter().user("user-1000").build(), Order.NEWEST));
    views.put(
        "audit, errors of a user",
        () ->
            page(
                filter()
                    .user("user-5")
                    .status(dev.usercontext.dashboard.model.SpanStatus.ERROR)
                    .build(),
                Order.NEWEST));
    views.put(
        "audit, second page",
        () -> {
          AuditPage first = page(filter().model("gpt-5").build(), Order.NEWEST);
          store.audit(
              new AuditQuery(filter().model("gpt-5").build(), Order.NEWEST, first.next(), 50));
        });
  }

  private AuditPage page(SpanFilter filter, Order order) {
    return store.audit(new AuditQuery(filter, order, null, 50));
  }

  private void search(List<StoredSpan> some) {
    int[] next = {0};
    views.put(
        "search, two common words",
        () -> page(filter().text("invoice refund").build(), Order.NEWEST));
    views.put(
        "search, a rare word", () -> page(filter().text(rare(some, next)).build(), Order.NEWEST));
    views.put(
        "search, a word that is not there",
        () -> page(filter().text("nosuchword").build(), Order.NEWEST));
    views.put(
        "search, a common value",
        () ->
            page(
                filter().attribute(AttributeCondition.equalTo("user_attrs.plan", "pro")).build(),
                Order.NEWEST));
    views.put(
        "search, an email",
        () ->
            page(
                filter()
                    .attribute(AttributeCondition.equalTo("user_email", "user9000@example.com"))
                    .build(),
                Order.NEWEST));
    views.put(
        "search, words and a value",
        () ->
            page(
                filter()
                    .text("timeout")
                    .attribute(AttributeCondition.equalTo("user_attrs.team", "team-7"))
                    .build(),
                Order.NEWEST));
    views.put(
        "a trace", () -> store.trace(some.get(next[0]++ % some.size()).traceId(), null, 2_001));
  }

  private static String rare(List<StoredSpan> some, int[] next) {
    StoredSpan span = some.get(next[0]++ % some.size());
    Object id = span.attributes().get("gen_ai.response.id");
    return id == null
        ? String.valueOf(span.user() == null ? "" : span.user().email())
        : id.toString();
  }

  private void rest(List<StoredSpan> some) {
    cost("cost by user and day", GroupBy.USER, null, Bucket.DAY, filter().build());
    cost("cost by model and hour", GroupBy.MODEL, null, Bucket.HOUR, filter().build());
    cost("cost by agent and day", GroupBy.AGENT, null, Bucket.DAY, filter().build());
    cost(
        "cost by plan and day", GroupBy.ATTRIBUTE, "user_attrs.plan", Bucket.DAY, filter().build());
    cost(
        "cost of the heaviest user",
        GroupBy.MODEL,
        null,
        Bucket.DAY,
        filter().user("user-0").build());
    views.put("network", () -> store.graph(new GraphQuery(filter().build(), 50)));
    views.put(
        "network of the heaviest user",
        () -> store.graph(new GraphQuery(filter().user("user-0").build(), 50)));
    views.put("coverage", () -> store.coverage(filter().build()));
    views.put("suggested keys", () -> store.keys("", filter().build(), 20));
    views.put("suggested values", () -> store.values("user_attrs.team", "t", filter().build(), 20));
    views.put("suggested users", () -> store.values("user_id", "user-7", filter().build(), 20));
    views.put("totals", () -> store.totals(filter().build()));
  }

  private void cost(
      String name, GroupBy group, String attribute, Bucket bucket, SpanFilter filter) {
    views.put(name, () -> store.cost(new CostQuery(filter, group, attribute, bucket, 10)));
  }

  /** All views in turn, so that none finds what the one before it has just read. */
  void run(PrintStream out) {
    Map<String, long[]> times = new LinkedHashMap<>();
    Map<String, Double> cpus = new LinkedHashMap<>();
    views.keySet().forEach(name -> times.put(name, new long[repeats]));
    for (int i = -1; i < repeats; i++) {
      for (Map.Entry<String, Runnable> view : views.entrySet()) {
        double cpu = Load.cpuSeconds();
        long begin = System.nanoTime();
        view.getValue().run();
        if (i >= 0) {
          times.get(view.getKey())[i] = System.nanoTime() - begin;
          cpus.merge(view.getKey(), Load.cpuSeconds() - cpu, Double::sum);
        }
      }
    }
    if (repeats == 0) {
      return;
    }
    out.printf("%-36s %8s %8s %8s  ms%n", "view of 7 days", "p50", "p95", "cores");
    times.forEach(
        (name, nanos) -> {
          Arrays.sort(nanos);
          out.printf(
              "%-36s %8.1f %8.1f %8.1f%n",
              name,
              nanos[(nanos.length - 1) / 2] / 1e6,
              nanos[Math.min(nanos.length - 1, nanos.length * 95 / 100)] / 1e6,
              cpus.getOrDefault(name, 0.0) / repeats * 1e3);
        });
  }
}
