package dev.usercontext.it.app.work;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;

/** What a {@link Greeter} says. */
@ApplicationScoped
public class Phrases {

  @WithSpan("find-phrase")
  public String greeting() {
    return "hello";
  }
}
