package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.numbered;
import static dev.usercontext.dashboard.store.StoreTests.pages;
import static dev.usercontext.dashboard.store.StoreTests.users;
import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is erased or too old is gone, and the rest is there. */
interface DeletionContract extends StoreTests {
  @Test
  default void anErasedUserIsGoneAndOthersStay() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("gone", "gone@x").attribute("note", "gone").build(),
                TestSpan.of(1, 2).user("stays").build(),
                TestSpan.of(1, 3).build()));

    assertThat(store().eraseUser("gone")).isEqualTo(1);

    assertThat(pages(store(), ALL, Order.NEWEST, 10))
        .extracting(StoredSpan::spanId)
        .containsExactly("0000000000000002", "0000000000000003");
    assertThat(users(store(), "gone").users()).isEmpty();
    assertThat(store().values("user_id", "", ALL, 10))
        .extracting(Suggestion::text)
        .containsExactly("stays");
    assertThat(store().write(List.of(TestSpan.of(2, 1).user("new").build())).stored()).isEqualTo(1);
    assertThat(users(store(), "").total()).isEqualTo(2);
  }

  @Test
  default void oldSpansAreRemoved() {
    store().write(IntStream.range(0, 10).mapToObj(i -> numbered(i)).toList());

    assertThat(store().deleteBefore(Instant.ofEpochSecond(T0 / SECOND + 4))).isEqualTo(4);

    assertThat(store().stats().spans()).isEqualTo(6);
    assertThat(store().stats().oldestNanos()).isEqualTo(T0 + 4 * SECOND);
    assertThat(store().stats().newestNanos()).isEqualTo(T0 + 9 * SECOND);
    assertThat(pages(store(), ALL, Order.NEWEST, 4)).hasSize(6);
  }
}
