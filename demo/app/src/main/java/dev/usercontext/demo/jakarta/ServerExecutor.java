package dev.usercontext.demo.jakarta;

import dev.usercontext.demo.report.Background;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/** WildFly's and Open Liberty's. Only Open Liberty needs the definitions, WildFly has them too. */
@ContextServiceDefinition(
    name = "java:app/concurrent/users",
    propagated = {"dev.usercontext", ContextServiceDefinition.ALL_REMAINING})
@ManagedExecutorDefinition(
    name = "java:app/concurrent/executor",
    context = "java:app/concurrent/users")
@ApplicationScoped
public class ServerExecutor implements Background {

  @Resource(lookup = "java:app/concurrent/executor")
  ManagedExecutorService executor;

  @Override
  public void run(Runnable task) {
    executor.execute(task);
  }
}
