package dev.usercontext.demo.quarkus;

import dev.usercontext.demo.report.Background;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Quarkus's. With the plain ExecutorService that it injects, nothing went along from here. */
@ApplicationScoped
public class QuarkusExecutor implements Background {

  @Inject ManagedExecutor executor;

  @Override
  public void run(Runnable task) {
    executor.execute(task);
  }
}
