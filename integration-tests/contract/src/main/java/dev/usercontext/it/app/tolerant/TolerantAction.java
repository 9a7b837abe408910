package dev.usercontext.it.app.tolerant;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Calls a method that is {@code @Asynchronous} in the way of MicroProfile Fault Tolerance. */
@ApplicationScoped
public class TolerantAction implements Action {

  @Inject TolerantMethods methods;
  @Inject Work work;

  @Override
  public String name() {
    return "tolerant";
  }

  @Override
  public String run(Parameters parameters) {
    return work.asking(() -> work.await(methods.stage(work.task())));
  }
}
