package dev.usercontext.internal.baggage;

import dev.usercontext.internal.config.BaggageConfig;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.privacy.Provenance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the user from the baggage of a request, where the application says that it may. */
public final class ReceivedBaggage {

  /** Believes nobody. */
  public static final ReceivedBaggage UNTRUSTED = new ReceivedBaggage(null);

  /** The name of the header. */
  public static final String HEADER = "baggage";

  /** What W3C asks of everybody to take, in characters; more is not looked at. */
  private static final int MAX_LENGTH = 8_192;

  private final @Nullable String key;

  private ReceivedBaggage(@Nullable String key) {
    this.key = key;
  }

  public static ReceivedBaggage by(BaggageConfig config) {
    return config.trust() ? new ReceivedBaggage(config.key()) : UNTRUSTED;
  }

  public boolean isTrusted() {
    return key != null;
  }

  /**
   * The user that the headers name; null for none. Never throws.
   *
   * @param headers the values of all headers of this name
   */
  public @Nullable UserValue user(List<String> headers) {
    Baggage entry = entryIn(headers);
    return entry == null ? null : userIn(entry);
  }

  /** The entry of the user alone; null where there is none, or not one that is certain. */
  private @Nullable Baggage entryIn(List<String> headers) {
    if (key == null || headers.isEmpty()) {
      return null;
    }
    String header = String.join(",", headers);
    if (header.length() > MAX_LENGTH) {
      refuse("it is longer than " + MAX_LENGTH + " characters");
      return null;
    }
    List<String> named = entries(header, key);
    if (named.size() > 1) {
      refuse("it names more than one user");
      return null;
    }
    return named.isEmpty() ? null : parse(named.get(0));
  }

  /**
   * What the runtime has extracted, without the entry of the user where its parser has found one
   * that is not certain.
   *
   * @param header the first of this name, which not every runtime reads alone
   */
  Context certain(Context extracted, @Nullable String header) {
    if (key == null) {
      return extracted;
    }
    Baggage baggage = Baggage.fromContext(extracted);
    String found = baggage.getEntryValue(key);
    if (found == null) {
      return extracted;
    }
    Baggage entry = header == null ? null : entryIn(List.of(header));
    return entry != null && found.equals(entry.getEntryValue(key))
        ? extracted
        : extracted.with(baggage.toBuilder().remove(key).build());
  }

  /** The user of a message, whose baggage the runtime has put into the context; null for none. */
  public @Nullable UserValue user(Context context) {
    return key == null ? null : userIn(Baggage.fromContext(context));
  }

  private @Nullable UserValue userIn(Baggage baggage) {
    String id = key == null ? null : baggage.getEntryValue(key);
    if (id == null) {
      return null;
    }
    if (!BaggageId.isUsable(id) || id.isBlank()) {
      refuse(BaggageId.RULE);
      return null;
    }
    return new UserContextBuilder(id, Provenance.BAGGAGE).build();
  }

  /**
   * Those of this name, for a parser to read alone. Of a whole header it keeps one of several, and
   * it finds a name also where an entry is no entry, as in {@code ;user.id=mallory}.
   */
  private static List<String> entries(String header, String key) {
    List<String> entries = new ArrayList<>(1);
    for (String entry : header.split(",", -1)) {
      int end = entry.indexOf('=');
      if (end >= 0 && entry.substring(0, end).strip().equals(key)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static Baggage parse(String entry) {
    Context context =
        W3CBaggagePropagator.getInstance().extract(Context.root(), entry, OneHeader.INSTANCE);
    return Baggage.fromContext(context);
  }

  private static void refuse(String reason) {
    Counter.DROPPED.increment();
    Log.warnOnce(Message.BAGGAGE_REFUSED, reason, null, reason);
  }

  /** The carrier is the entry itself. */
  private enum OneHeader implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(HEADER);
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String name) {
      return name.equals(HEADER) ? carrier : null;
    }
  }
}
