package dev.usercontext.internal.baggage;

import dev.usercontext.internal.config.BaggageConfig;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Owns one entry of the baggage on its way out: it is the user in effect, for the hosts that may
 * know, and is left out for all others. So what a caller has put there goes no further. The entry
 * is made as a call is sent, and is in no context before. On its way in, an entry that is believed
 * is one that is certain.
 */
final class UserBaggagePropagator implements TextMapPropagator {

  private static final String FIELD = ReceivedBaggage.HEADER;

  private final TextMapPropagator delegate;
  private final boolean sendsBaggage;
  private final BaggageConfig config;
  private final AttributeRenderer renderer;
  private final ReceivedBaggage received;

  UserBaggagePropagator(
      TextMapPropagator delegate, BaggageConfig config, AttributeRenderer renderer) {
    this.delegate = delegate;
    this.sendsBaggage = isOfBaggage(delegate);
    this.config = config;
    this.renderer = renderer;
    this.received = ReceivedBaggage.by(config);
  }

  static boolean isOfBaggage(TextMapPropagator propagator) {
    return propagator.fields().contains(FIELD);
  }

  @Override
  public Collection<String> fields() {
    Set<String> fields = new LinkedHashSet<>(delegate.fields());
    fields.add(FIELD);
    return fields;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    String id = idFor(context, carrier);
    if (sendsBaggage) {
      delegate.inject(with(Baggage.fromContext(context), id, context), carrier, setter);
      return;
    }
    delegate.inject(context, carrier, setter);
    if (id != null) {
      // The application has no baggage sent but this.
      Context alone = with(Baggage.empty(), id, Context.root());
      W3CBaggagePropagator.getInstance().inject(alone, carrier, setter);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Context extracted = delegate.extract(context, carrier, getter);
    boolean isBelieved =
        received.isTrusted()
            && !Baggage.fromContext(extracted).equals(Baggage.fromContext(context));
    return isBelieved ? received.certain(extracted, getter.get(carrier, FIELD)) : extracted;
  }

  private Context with(Baggage baggage, @Nullable String id, Context context) {
    if (id == null && baggage.getEntryValue(config.key()) == null) {
      return context;
    }
    BaggageBuilder builder = baggage.toBuilder().remove(config.key());
    if (id != null) {
      builder.put(config.key(), id);
    }
    return context.with(builder.build());
  }

  /** Never throws: this is in the middle of a call of the application. */
  private @Nullable String idFor(Context context, @Nullable Object carrier) {
    if (!config.send()) {
      return null;
    }
    try {
      if (!config.hosts().allow(CalledHost.of(context, carrier))) {
        return null;
      }
      String id = SentUser.idIn(context, renderer);
      return id == null || BaggageId.isUsable(id) ? id : unusable();
    } catch (RuntimeException | LinkageError e) {
      Counter.FAILED.increment();
      Log.warnOnce(Message.BAGGAGE_FAILED, e.getClass().getName(), e);
      return null;
    }
  }

  private static @Nullable String unusable() {
    Counter.DROPPED.increment();
    Log.warnOnce(Message.BAGGAGE_NOT_SENT, "", null, BaggageId.RULE);
    return null;
  }
}
