package dev.usercontext.demo.report;

import dev.usercontext.demo.agent.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes reports in the background, the last one of each user is kept. */
@ApplicationScoped
public class Reports {

  @Inject Agents agents;
  @Inject Background background;

  private final Map<String, String> last = new ConcurrentHashMap<>();

  void write(String user) {
    background.run(
        () -> last.put(user, agents.orderExpert("Write a report of my orders, for the records.")));
  }

  Optional<String> find(String user) {
    return Optional.ofNullable(last.get(user));
  }
}
