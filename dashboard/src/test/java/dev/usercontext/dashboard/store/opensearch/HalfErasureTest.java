package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answer;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An erasure that fails half-way is finished by the next one of that user. */
final class HalfErasureTest {
  private static final String USER = "leavingUser";

  /** The longest first line of a request that OpenSearch takes. */
  private static final int LONGEST_LINE = 4096;

  private final Days cluster = new Days();
  private final StubNode node = StubNode.start(cluster);
  private final Cleaner cleaner =
      new Cleaner(
          new Cluster(OpenSearchSettings.of(node.address())),
          new IndexNames("spans", () -> TestSpan.T0 / 1_000_000),
          Duration.ZERO);

  /** Indices with a span of the user in each. */
  private static final class Days implements Answers {
    volatile int days = 1;
    volatile boolean visible = true;
    volatile boolean deleted;
    volatile boolean behind;
    volatile boolean failing;
    volatile String alias = "";

    @Override
    public Answer to(String method, String path, String body) {
      String what = path.replaceAll("^.*/(_[a-z_]+).*$", "$1");
      return switch (what) {
        case "_refresh" -> {
          visible = true;
          yield Answer.ok("{}");
        }
        case "_search" -> Answer.ok(visible && !deleted ? found() : "{}");
        case "_delete_by_query" -> {
          int now = deleted ? 0 : days;
          deleted = true;
          yield Answer.ok("{\"deleted\":" + now + "}");
        }
        case "_aliases" -> {
          alias = body;
          yield Answer.ok("{}");
        }
        case "_alias" -> alias(method);
        case "_stats" -> Answer.ok(stats());
        case "_forcemerge" -> new Answer(failing ? 500 : 200, "{}");
        default -> Answer.ok("{}");
      };
    }

    private String found() {
      return IntStream.range(0, days)
          .mapToObj(day -> "{\"key\":\"spans-day-%s\",\"doc_count\":1}".formatted(day))
          .collect(Collectors.joining(",", "{\"aggregations\":{\"in\":{\"buckets\":[", "]}}}"));
    }

    private Answer alias(String method) {
      if (alias.isEmpty()) {
        return new Answer(404, "{}");
      }
      if (method.equals("DELETE")) {
        alias = "";
      }
      return Answer.ok("{\"spans-day-0\":{\"aliases\":{}}}");
    }

    private String stats() {
      return """
          {"indices":{"spans-day-0":{"shards":{"0":[{"seq_no":{"max_seq_no":7,"global_checkpoint":7},
          "retention_leases":{"leases":[{"retaining_seq_no":%d}]}}]}}}}\
          """
          .formatted(behind ? 7 : 8);
    }
  }

  @AfterEach
  void close() {
    node.close();
  }

  private long rewritings() {
    return node.requests.stream().filter(request -> request.contains("/_forcemerge")).count();
  }

  @Test
  void aCopyThatWasBehind() {
    cluster.behind = true;
    assertThatThrownBy(() -> cleaner.eraseUser(USER))
        .hasMessageStartingWith("UCD006")
        .hasMessageContaining("Erase the user again");
    assertThat(rewritings()).isZero();

    cluster.behind = false;
    assertThat(cleaner.eraseUser(USER)).as("spans that are deleted already").isZero();

    assertThat(rewritings()).isEqualTo(1);
    assertThat(cleaner.eraseUser(USER)).isZero();
    assertThat(rewritings()).as("once it is done").isEqualTo(1);
  }

  @Test
  void aNodeThatFailedAtTheEnd() {
    cluster.failing = true;
    assertThatThrownBy(() -> cleaner.eraseUser(USER)).hasMessageStartingWith("UCD006");

    cluster.failing = false;
    cleaner.eraseUser(USER);

    assertThat(rewritings()).isEqualTo(2);
  }

  @Test
  void whatIsToBeDoneDoesNotSayWhoseItIs() {
    cluster.behind = true;
    assertThatThrownBy(() -> cleaner.eraseUser(USER)).hasMessageStartingWith("UCD006");

    assertThat(cluster.alias).contains("spans-day-0").doesNotContain(USER);
  }

  @Test
  void spansThatNoSearchSeesYet() {
    cluster.visible = false;

    assertThat(cleaner.eraseUser(USER)).isEqualTo(1);

    assertThat(rewritings()).isEqualTo(1);
  }

  @Test
  void aUserOfManyDays() {
    cluster.days = 400;

    assertThat(cleaner.eraseUser(USER)).isEqualTo(400);

    assertThat(node.requests).extracting(String::length).allMatch(length -> length < LONGEST_LINE);
  }
}
