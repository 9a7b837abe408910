package dev.usercontext.demo.report;

import dev.usercontext.demo.agent.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Writes reports in the background, the last one of each user is kept. */
@ApplicationScoped
public class Reports {

  @Inject Agents agents;

  /** A managed executor: user and trace go along with what it is given. */
  @Inject ExecutorService executor;

  private final Map<String, String> last = new ConcurrentHashMap<>();

  void write(String user) {
    executor.execute(
        () -> last.put(user, agents.orderExpert("Write a report of my orders, for the records.")));
  }

  Optional<String> find(String user) {
    return Optional.ofNullable(last.get(user));
  }
}
