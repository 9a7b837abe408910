package dev.usercontext.dashboard.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 has them. A text that a spreadsheet would run as a formula has
 * an apostrophe before it: spans may hold anything.
 */
final class CsvTable implements Table {
  private final Writer out;
  private final Columns<Object> columns;

  @SuppressWarnings("unchecked") // A table gets rows of the columns' kind only.
  CsvTable(OutputStream out, Columns<?> columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.columns = (Columns<Object>) columns;
    line(columns.names());
  }

  @Override
  public void row(Object row) throws IOException {
    line(columns.cells(row));
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  private void line(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      Object cell = cells.get(i);
      if (cell != null) {
        out.write(
            cell instanceof BigDecimal number
                ? number.toPlainString()
                : cell instanceof Number ? cell.toString() : quoted(cell.toString()));
      }
    }
    out.write("\r\n");
  }

  private static String quoted(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    // Some readers strip what is not quoted.
    boolean plain =
        safe.equals(safe.strip())
            && safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
