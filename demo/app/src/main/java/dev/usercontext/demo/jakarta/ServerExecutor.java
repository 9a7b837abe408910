package dev.usercontext.demo.jakarta;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ExecutorService;

/** WildFly's and Open Liberty's executor. Quarkus injects one of its own. */
@ContextServiceDefinition(
    name = "java:app/concurrent/users",
    propagated = {"dev.usercontext", ContextServiceDefinition.ALL_REMAINING})
@ManagedExecutorDefinition(
    name = "java:app/concurrent/executor",
    context = "java:app/concurrent/users")
@ApplicationScoped
public class ServerExecutor {

  @Resource(lookup = "java:app/concurrent/executor")
  ManagedExecutorService executor;

  @Produces
  ExecutorService executor() {
    return executor;
  }
}
