package dev.usercontext.dashboard.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtlpJsonFileTest {
  @TempDir Path folder;

  private final List<Integer> parts = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private String read(Path file) throws Exception {
    StringBuilder requests = new StringBuilder();
    try (Progress progress =
        new Progress(
            new PrintStream(said, true, StandardCharsets.UTF_8), Files.size(file), false)) {
      OtlpJsonFile.read(
          file,
          progress,
          (ObjectNode request, int spans) -> {
            parts.add(spans);
            sizes.add(request.toString().length());
            requests.append(request);
            return parts.stream().mapToInt(Integer::intValue).sum();
          });
    }
    return requests.toString();
  }

  private static String document(int spans) {
    StringBuilder document =
        new StringBuilder(
            "{\n \"resourceSpans\": [{\"resource\":{\"attributes\":[]},\"scopeSpans\":"
                + "[{\"scope\":{\"name\":\"s\"},\"spans\":[");
    for (int i = 0; i < spans; i++) {
      document.append(i == 0 ? "" : ",").append("{\"spanId\":\"").append(i).append("\"}");
    }
    return document.append("]}]}]}\n").toString();
  }

  @Test
  void aLongDocumentIsSentInParts() throws Exception {
    String sent = read(Files.writeString(folder.resolve("one.json"), document(1_201)));

    assertThat(parts).containsExactly(500, 500, 201);
    assertThat(sent).contains("\"spanId\":\"0\"", "\"spanId\":\"1200\"", "\"name\":\"s\"");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("100 %");
  }

  @Test
  void linesOfDocumentsAreSentTogether() throws Exception {
    Path file = folder.resolve("many.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 100; i++) {
        out.write(document(3).replace("\n", "").concat("\n").getBytes(StandardCharsets.UTF_8));
      }
    }

    read(file);

    assertThat(parts).containsExactly(300);
  }

  @Test
  void largeSpansAreSentInPartsThatAReceiverTakes() throws Exception {
    String text = "x".repeat(1 << 20);
    String sent =
        read(
            Files.writeString(
                folder.resolve("large.json"),
                document(10).replace("\"}", "\",\"name\":\"" + text + "\"}")));

    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(sizes).allMatch(size -> size < 4_100_000);
    for (int i = 0; i < 10; i++) {
      assertThat(sent).containsOnlyOnce("\"spanId\":\"" + i + "\"");
    }
  }

  @Test
  void aSpanThatIsLargerThanAPartIsSentAlone() throws Exception {
    String text = "x".repeat(5 << 20);
    read(
        Files.writeString(
            folder.resolve("huge.json"),
            document(3).replace("\"spanId\":\"1\"", "\"name\":\"" + text + "\"")));

    assertThat(parts).containsExactly(1, 1, 1);
  }

  @Test
  void whatIsNoOtlpJsonIsSaid() throws Exception {
    assertThatThrownBy(() -> read(Files.writeString(folder.resolve("a"), "{\"a\": 1}")))
        .hasMessageContaining("UCD113");
    assertThatThrownBy(() -> read(Files.writeString(folder.resolve("b"), "hello")))
        .hasMessageContaining("UCD112");
    assertThatThrownBy(() -> read(Files.writeString(folder.resolve("c"), "{\"resourceSpans\":[{")))
        .isInstanceOf(Exception.class);
  }
}
