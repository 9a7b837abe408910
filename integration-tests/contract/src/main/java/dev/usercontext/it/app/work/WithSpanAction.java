package dev.usercontext.it.app.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A bean method annotated with {@code @WithSpan}, which calls another one. */
@ApplicationScoped
public class WithSpanAction implements Action {

  @Inject Greeter greeter;

  @Override
  public String name() {
    return "with-span";
  }

  @Override
  public String run(Parameters parameters) {
    return greeter.greet();
  }
}
