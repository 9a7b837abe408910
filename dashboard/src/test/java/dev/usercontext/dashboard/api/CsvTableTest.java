package dev.usercontext.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTableTest {

  private static String line(String id, String email, long cost) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(out, Columns.USER)) {
      table.row(
          new UserRow(
              id,
              email.isEmpty() ? null : email,
              new Totals(3, 2, 1000, 10, 0, cost, 1, 0),
              List.of("a", "b"),
              0,
              1_500_000_000L));
    }
    return out.toString(StandardCharsets.UTF_8).split("\r\n")[1];
  }

  @Test
  void moneyIsExactAndTimesAreIso() throws IOException {
    assertThat(line("u-1", "", 20))
        .isEqualTo(
            "u-1,,3,2,1000,10,0,0.00000002,1,0,a b,1970-01-01T00:00:00Z,1970-01-01T00:00:01.500Z");
    assertThat(line("u-1", "", 120_000_000_000L)).contains(",120,");
  }

  @Test
  void textsAreQuotedAsTheStandardSays() throws IOException {
    assertThat(line("a,b", "say \"hi\"\nthere", 0))
        .startsWith("\"a,b\",\"say \"\"hi\"\"\nthere\",");
  }

  @Test
  void aSpaceAtAnEndIsKept() throws IOException {
    assertThat(line("ada ", " a@b", 0)).startsWith("\"ada \",\" a@b\",3,");
    assertThat(line("ada lovelace", "", 0)).startsWith("ada lovelace,,");
  }

  @Test
  void nothingIsAFormula() throws IOException {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
      assertThat(line(formula, "", 0).replace("\"", "")).startsWith("'" + formula.charAt(0));
    }
  }
}
