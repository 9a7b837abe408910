package dev.usercontext.demo.quarkus;

import dev.usercontext.demo.report.Background;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Quarkus's. To a task of the plain ExecutorService that it also injects, user and trace come only
 * when it begins, and the trace may be over by then.
 */
@ApplicationScoped
public class QuarkusExecutor implements Background {

  @Inject ManagedExecutor executor;

  @Override
  public void run(Runnable task) {
    executor.execute(task);
  }
}
