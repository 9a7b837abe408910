package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the parts of the contract have in common. */
interface StoreTests {
  SpanFilter ALL = SpanFilter.in(TimeRange.ALL);

  /** The store of this test, which is empty before it. */
  SpanStore store();

  /** Moves the clock of {@link #store} on. */
  void pass(Duration time);

  /** A store with these spans in it, which no test changes. */
  SpanStore filled(List<StoredSpan> spans);

  static List<StoredSpan> pages(SpanStore store, SpanFilter filter, Order order, int limit) {
    List<StoredSpan> spans = new ArrayList<>();
    String next = null;
    do {
      AuditPage page = store.audit(new AuditQuery(filter, order, next, limit));
      assertThat(page.spans()).hasSizeLessThanOrEqualTo(limit);
      spans.addAll(page.spans());
      next = page.next();
    } while (next != null);
    return spans;
  }

  static CostSeries cost(
      SpanStore store, SpanFilter filter, GroupBy group, Bucket bucket, int top) {
    return store.cost(new CostQuery(filter, group, null, bucket, top));
  }

  static UserPage users(SpanStore store, String find) {
    return store.users(new UserQuery(ALL, find, UserQuery.Column.USER_ID, false, 0, 50));
  }

  static StoredSpan numbered(int i) {
    return TestSpan.of(i, i + 1).at(T0 + i * SECOND).build();
  }
}
