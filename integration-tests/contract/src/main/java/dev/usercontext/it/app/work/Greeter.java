package dev.usercontext.it.app.work;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A service with a span of its own. */
@ApplicationScoped
public class Greeter {

  @Inject Phrases phrases;

  @WithSpan("greet")
  public String greet() {
    RequestMark.put(Span.current());
    return phrases.greeting();
  }
}
