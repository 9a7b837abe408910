package dev.usercontext.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceApiTest {
  private static final List<StoredSpan> SPANS =
      IntStream.rangeClosed(1, 1_203)
          .mapToObj(i -> TestSpan.of(7, i).at(TestSpan.T0 + i / 3).build())
          .toList();

  private final ApiResource api = new ApiResource();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private void open(SpanStore store) {
    store.write(SPANS);
    api.store = store;
    api.json = new ObjectMapper();
  }

  @Test
  void allSpansOfALongTraceAreThereInOrder(@TempDir Path folder) throws Exception {
    try (SpanStore store = DuckDbStore.open(folder)) {
      open(store);

      api.trace(SPANS.get(0).traceId()).write(out);

      JsonNode array = api.json.readTree(out.toByteArray());
      assertThat(array.findValuesAsText("spanId"))
          .isEqualTo(SPANS.stream().map(StoredSpan::spanId).toList());
      assertThatThrownBy(() -> api.trace("0".repeat(32))).isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void whatBreaksOffDoesNotLookComplete(@TempDir Path folder) throws Exception {
    SpanStore store = DuckDbStore.open(folder);
    open(store);
    StreamingOutput answer = api.trace(SPANS.get(0).traceId());
    store.close();

    assertThatThrownBy(() -> answer.write(out)).isInstanceOf(StoreException.class);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("]");
  }
}
