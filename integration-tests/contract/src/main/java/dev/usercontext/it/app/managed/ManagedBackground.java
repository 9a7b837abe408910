package dev.usercontext.it.app.managed;

import dev.usercontext.it.app.async.Background;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/** The container's default executor. */
@ApplicationScoped
public class ManagedBackground implements Background {

  @Resource ManagedExecutorService executor;

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }
}
