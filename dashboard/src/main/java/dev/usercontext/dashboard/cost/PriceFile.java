package dev.usercontext.dashboard.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a price table: lines of {@code model,valid_from,input,output,cached,cache_write}, in USD
 * per million tokens; {@code #} begins a comment, and the line {@code # date: …} says when the
 * table was made. The last two may be missing: then tokens of the cache cost what others cost.
 */
public final class PriceFile {
  private static final String SHIPPED = "prices.csv";
  private static final String DATE = "# date:";
  private static final String SHORTEST_HEADER = "model,valid_from,input,output";
  private static final String HEADER = SHORTEST_HEADER + ",cached,cache_write";

  /** With or without the columns that may be missing. */
  private static final Set<String> HEADERS =
      Set.of(SHORTEST_HEADER, SHORTEST_HEADER + ",cached", HEADER);

  private PriceFile() {}

  /** The table that comes with the dashboard. */
  public static PriceTable shipped() {
    try (InputStream in =
        Objects.requireNonNull(PriceFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The table of a file.
   *
   * @throws IllegalArgumentException that names the file and the line, where it cannot be read
   */
  public static PriceTable read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The price table " + file + " cannot be read: " + e, e);
    }
  }

  static PriceTable parse(String file, String text) {
    String date = "unknown";
    List<Price> prices = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.strip();
      if (content.startsWith(DATE)) {
        date = content.substring(DATE.length()).strip();
      }
      if (content.isEmpty() || content.startsWith("#") || HEADERS.contains(content)) {
        continue;
      }
      prices.add(price(file + ", line " + number, content));
    }
    return new PriceTable(date, prices);
  }

  private static Price price(String place, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length < 4 || cells.length > 6) {
      throw new IllegalArgumentException(
          "Price table " + place + ": expected " + HEADER + ", found: " + line);
    }
    String model = cells[0].strip().toLowerCase(Locale.ROOT);
    if (model.isEmpty()) {
      throw new IllegalArgumentException("Price table " + place + ": the model is missing");
    }
    long input = money(place, "input", cells[2]);
    return new Price(
        model,
        day(place, cells[1].strip()),
        input,
        money(place, "output", cells[3]),
        moneyOr(input, place, "cached", cells, 4),
        moneyOr(input, place, "cache_write", cells, 5));
  }

  private static long moneyOr(
      long otherwise, String place, String column, String[] cells, int cell) {
    return cell < cells.length && !cells[cell].isBlank()
        ? money(place, column, cells[cell])
        : otherwise;
  }

  private static LocalDate day(String place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Price table " + place + ": valid_from is no day such as 2026-01-31: " + text, e);
    }
  }

  private static long money(String place, String column, String text) {
    Long nanos = NanoUsd.parse(text);
    if (nanos == null) {
      throw new IllegalArgumentException(
          "Price table " + place + ": " + column + " is no price in USD: " + text);
    }
    return nanos;
  }
}
