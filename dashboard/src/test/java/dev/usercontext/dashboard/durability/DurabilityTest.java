package dev.usercontext.dashboard.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whatever happened to the process or the disk. */
final class DurabilityTest {
  /** -Dkill.rounds=10 for more. */
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
    Sender sender = new Sender();
    for (int round = 0; round < ROUNDS; round++) {
      int before = sender.acknowledged().size();
      try (OtherProcess process = OtherProcess.start(folder)) {
        ManagedChannel one = process.channel();
        ManagedChannel other = process.channel();
        long seed = 100L * round;
        CompletableFuture<StatusRuntimeException> first =
            CompletableFuture.supplyAsync(() -> sender.sendUntilFailure(one, seed));
        CompletableFuture<StatusRuntimeException> second =
            CompletableFuture.supplyAsync(() -> sender.sendUntilFailure(other, seed + 1));
        int enough = before + 1000 * (1 + round % 3);
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(1))
            .until(() -> sender.acknowledged().size() > enough);
        process.kill();
        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);
        one.shutdownNow();
        other.shutdownNow();
      }
      assertAllThere(folder, sender, "round " + round);
    }
  }

  private static void assertAllThere(Path folder, Sender sender, String when) {
    try (SpanStore store = DuckDbStore.open(folder);
        Stream<StoredSpan> spans = store.export(SpanFilter.in(TimeRange.ALL))) {
      Set<String> stored =
          spans.map(span -> span.traceId() + span.spanId()).collect(Collectors.toSet());
      assertThat(stored.containsAll(sender.acknowledged())).as(when).isTrue();
      assertThat(store.stats().spans()).as("each once, " + when).isEqualTo(stored.size());
    }
  }

  @Test
  void aFullDiskIsSaidAndNothingIsLostAndThenItGoesOn(@TempDir Path folder) throws Exception {
    Path prlimit = Path.of("/usr/bin/prlimit");
    assumeTrue(Files.isExecutable(prlimit), "A file's size is limited with prlimit, on Linux");
    Sender sender = new Sender();
    try (OtherProcess process = OtherProcess.start(folder)) {
      // No file may grow over 4 MB: what a write then says is what it says on a full disk.
      limit(process, prlimit, "4000000:");
      ManagedChannel channel = process.channel();
      StatusRuntimeException full = sender.sendUntilFailure(channel, 1);
      assertThat(full.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(full.getStatus().getDescription()).startsWith("UCD004");
      assertThat(sender.acknowledged()).isNotEmpty();

      limit(process, prlimit, "unlimited:");
      sender.send(channel, 2);
      channel.shutdownNow();
      process.kill();
    }
    assertAllThere(folder, sender, "after the disk was full");
  }

  private static void limit(OtherProcess process, Path prlimit, String bytes) throws Exception {
    Process limiting =
        new ProcessBuilder(
                prlimit.toString(), "--pid", String.valueOf(process.pid()), "--fsize=" + bytes)
            .inheritIO()
            .start();
    assertThat(limiting.waitFor()).isZero();
  }

  @Test
  void aSecondProcessIsRefused(@TempDir Path folder) throws Exception {
    try (OtherProcess process = OtherProcess.start(folder)) {
      assertThatThrownBy(() -> DuckDbStore.open(folder))
          .hasMessageStartingWith("UCD001")
          .hasMessageContaining(folder.toString());
      ManagedChannel channel = process.channel();
      new Sender().send(channel, 3);
      channel.shutdownNow();
    }
  }
}
