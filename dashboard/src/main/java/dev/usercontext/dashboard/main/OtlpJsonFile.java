package dev.usercontext.dashboard.main;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads a file of OTLP JSON piece by piece: one document, or one a line as the collector's file
 * exporter writes them.
 */
final class OtlpJsonFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SPANS = 500;

  /** Of a part, in JSON: a receiver takes some MB, and a character may be three bytes. */
  private static final int CHARACTERS = 4_000_000;

  /** Takes some {@code resourceSpans}. */
  @FunctionalInterface
  interface Sink {
    /** Returns how many spans were sent in all. */
    long send(ObjectNode request, int spans) throws IOException, InterruptedException;
  }

  private final Sink sink;
  private final Progress progress;
  private final Counter bytes;
  private ObjectNode request = JSON.createObjectNode();
  private int spans;
  private int characters;
  private long sent;

  private OtlpJsonFile(Sink sink, Progress progress, Counter bytes) {
    this.sink = sink;
    this.progress = progress;
    this.bytes = bytes;
  }

  static void read(Path file, Progress progress, Sink sink)
      throws IOException, InterruptedException {
    try (Counter bytes = new Counter(Files.newInputStream(file));
        InputStream in =
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        JsonParser parser = JSON.getFactory().createParser(in)) {
      try {
        new OtlpJsonFile(sink, progress, bytes).read(parser);
      } catch (JsonParseException e) {
        throw new ImportException(
            "UCD112: %s is no JSON at line %d: %s"
                .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
      }
    }
  }

  private void read(JsonParser parser) throws IOException, InterruptedException {
    boolean found = false;
    while (parser.nextToken() != null) {
      if (parser.currentToken() == JsonToken.FIELD_NAME
          && (parser.currentName().equals("resourceSpans")
              || parser.currentName().equals("resource_spans"))) {
        found = true;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          add(parser.readValueAsTree());
        }
      } else if (parser.currentToken() == JsonToken.FIELD_NAME) {
        parser.nextToken();
        parser.skipChildren();
      }
    }
    if (!found) {
      throw new ImportException("UCD113: the file has no resourceSpans: it is no OTLP JSON");
    }
    flush();
  }

  /** One resource; cut where it has more than an exporter would send at once. */
  private void add(JsonNode resource) throws IOException, InterruptedException {
    for (JsonNode scope : either(resource, "scopeSpans", "scope_spans")) {
      ArrayNode some = null;
      for (JsonNode span : scope.path("spans")) {
        int length = span.toString().length();
        if (spans == SPANS || spans > 0 && characters + length > CHARACTERS) {
          flush();
          some = null;
        }
        if (some == null) {
          some = begin(resource.path("resource"), scope.path("scope"));
        }
        some.add(span);
        spans++;
        characters += length;
      }
    }
  }

  /** Where spans of a resource and a scope go. */
  private ArrayNode begin(JsonNode resource, JsonNode scope) {
    ObjectNode part = request.withArray("resourceSpans").addObject();
    part.set("resource", resource);
    ObjectNode its = part.putArray("scopeSpans").addObject();
    its.set("scope", scope);
    characters += resource.toString().length() + scope.toString().length();
    return its.putArray("spans");
  }

  private void flush() throws IOException, InterruptedException {
    if (spans > 0) {
      sent = sink.send(request, spans);
      request = JSON.createObjectNode();
      spans = 0;
      characters = 0;
    }
    progress.at(bytes.count, sent);
  }

  private static JsonNode either(JsonNode node, String name, String other) {
    JsonNode found = node.path(name);
    return found.isMissingNode() ? node.path(other) : found;
  }

  private static final class Counter extends FilterInputStream {
    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int some = super.read(buffer, from, length);
      count += Math.max(0, some);
      return some;
    }
  }
}
