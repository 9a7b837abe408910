package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.context.RequestPlace;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.spi.observability.HttpRequest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reserves the place of a request in the context that its server span starts in, which is the one
 * moment that Quarkus lets us have a say in it. Whatever is attached later, Quarkus may overwrite
 * in the first milliseconds of a blocking resource, and writes its logging context anew for it.
 */
final class RequestPlacePropagator implements TextMapPropagator {

  private final TextMapPropagator delegate;

  RequestPlacePropagator(TextMapPropagator delegate) {
    this.delegate = delegate;
  }

  @Override
  public Collection<String> fields() {
    return delegate.fields();
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    delegate.inject(context, carrier, setter);
  }

  /** Not for messages, which are of whoever sent them. */
  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Context extracted = delegate.extract(context, carrier, getter);
    return carrier instanceof HttpRequest ? RequestPlace.reserve(extracted) : extracted;
  }
}
