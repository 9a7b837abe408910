package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.cost.NanoUsd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as the pages show them. Times are UTC. Templates call it {@code fmt}. */
public final class Format {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLI =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss.SSS", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Clock clock;

  Format(Clock clock) {
    this.clock = clock;
  }

  /** Dollars: two digits from a cent on, below it three that say something. */
  public String usd(@Nullable Long nanos) {
    if (nanos == null) {
      return "unknown";
    }
    BigDecimal dollars = NanoUsd.toUsd(nanos);
    if (dollars.signum() == 0) {
      return "$0";
    }
    if (dollars.abs().compareTo(CENT) >= 0) {
      return "$" + decimal("#,##0.00", dollars);
    }
    return "$"
        + dollars
            .round(new MathContext(2, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString();
  }

  /** Dollars of a single call: four digits below a dollar. */
  public String price(long nanos) {
    boolean few = nanos >= NanoUsd.ONE_USD / 10_000 && nanos < NanoUsd.ONE_USD;
    return few ? "$" + decimal("0.0000", NanoUsd.toUsd(nanos)) : usd(nanos);
  }

  /** A whole number with its thousands apart. */
  public String count(Number number) {
    return decimal("#,##0", BigDecimal.valueOf(number.longValue()));
  }

  /** So many of those. */
  public String plural(Number number, String noun) {
    return count(number) + " " + noun + (number.longValue() == 1 ? "" : "s");
  }

  /** An id spelled out, where some of it can't be seen; empty where all of it can. */
  public String spelled(String id) {
    String spelled = Spelling.of(id);
    return spelled.equals(id) ? "" : spelled;
  }

  /** A large number in short, {@code 1.2M}. */
  public String brief(long number) {
    if (number < 10_000) {
      return count(number);
    }
    String[] units = {"k", "M", "B", "T"};
    double rest = number;
    int unit = -1;
    while (rest >= 999.5 && unit < units.length - 1) {
      rest /= 1000;
      unit++;
    }
    return decimal(rest < 10 ? "0.0" : "0", BigDecimal.valueOf(rest)) + units[unit];
  }

  /** A share of a whole. */
  public String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    double share = 100.0 * part / whole;
    if (share > 0 && share < 0.1) {
      return "<0.1%";
    }
    // What is not all must not look like all.
    if (part < whole && share > 99.9) {
      return "99.9%";
    }
    return decimal(share >= 99.95 || share == 0 ? "0" : "0.0", BigDecimal.valueOf(share)) + "%";
  }

  /** The width of a bar out of 100. */
  public String width(long part, long whole) {
    return whole <= 0 ? "0" : decimal("0.##", BigDecimal.valueOf(100.0 * part / whole));
  }

  /** How long something took. */
  public String duration(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    if (nanos < 1_000_000) {
      return short3(nanos / 1e3) + " µs";
    }
    if (nanos < 1_000_000_000L) {
      return short3(nanos / 1e6) + " ms";
    }
    if (nanos < 120_000_000_000L) {
      return short3(nanos / 1e9) + " s";
    }
    return decimal("#,##0.0", BigDecimal.valueOf(nanos / 60e9)) + " min";
  }

  private static String short3(double number) {
    return decimal(number < 10 ? "0.0#" : number < 100 ? "0.0" : "0", BigDecimal.valueOf(number));
  }

  /** A time, to the second. */
  public String time(long nanos) {
    return SECOND.format(instant(nanos));
  }

  /** A time of these days, to the millisecond. */
  public String exact(long nanos) {
    return MILLI.format(instant(nanos));
  }

  /** A day. */
  public String day(long nanos) {
    return DAY.format(instant(nanos));
  }

  /** As machines read a time. */
  public String iso(long nanos) {
    return instant(nanos).toString();
  }

  /** How long ago. */
  public String ago(long nanos) {
    Duration since = Duration.between(instant(nanos), clock.instant());
    long seconds = since.toSeconds();
    if (seconds < -60) {
      return "in the future";
    }
    if (seconds < 60) {
      return "just now";
    }
    if (seconds < 3600) {
      return since.toMinutes() + " m ago";
    }
    if (seconds < 86_400) {
      return since.toHours() + " h ago";
    }
    return since.toDays() + " d ago";
  }

  /** A size in bytes. */
  public String bytes(long size) {
    if (size < 1_000) {
      return size + " B";
    }
    return size < 1_000_000
        ? decimal("0.0", BigDecimal.valueOf(size / 1e3)) + " kB"
        : size < 1_000_000_000
            ? decimal("0.0", BigDecimal.valueOf(size / 1e6)) + " MB"
            : decimal("0.0", BigDecimal.valueOf(size / 1e9)) + " GB";
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  private static String decimal(String pattern, BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
