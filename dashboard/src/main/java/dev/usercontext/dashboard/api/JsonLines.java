package dev.usercontext.dashboard.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object a line. */
final class JsonLines implements Table {
  private final OutputStream out;
  private final ObjectWriter writer;

  JsonLines(OutputStream out, ObjectMapper json) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.writer = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public void row(Object row) throws IOException {
    out.write(writer.writeValueAsBytes(row));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
