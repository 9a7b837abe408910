package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.Background;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Quarkus's default executor. */
@ApplicationScoped
public class QuarkusBackground implements Background {

  @Inject ManagedExecutor executor;

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }
}
