package dev.usercontext.it.app.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All actions of the application, by name. */
@ApplicationScoped
public class Actions {

  @Inject @Any Instance<Action> actions;
  @Inject WaitingRequests waiting;

  public String run(String name, Action.Parameters parameters) throws Exception {
    for (Action action : actions) {
      if (action.name().equals(name)) {
        try (RequestMark mark = RequestMark.open(parameters.get(RequestMark.PARAMETER))) {
          return run(action, parameters);
        }
      }
    }
    throw new IllegalArgumentException("no action " + name);
  }

  private String run(Action action, Action.Parameters parameters) throws Exception {
    if (!waiting.enter(parameters.get(WaitingRequests.PARAMETER))) {
      return "busy";
    }
    try {
      return action.run(parameters);
    } finally {
      waiting.leave();
    }
  }
}
