package dev.usercontext.it.app.identity;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Says more of its users than it should, and has a user that is none. */
@ApplicationScoped
public class TalkativeAction implements Action {

  private static final Logger LOG = Logger.getLogger(TalkativeAction.class.getName());

  @Inject Spans spans;
  @Inject Letters letters;

  @Override
  public String name() {
    return "talkative";
  }

  @Override
  public String run(Parameters parameters) {
    UserContext maria =
        UserContext.builder("maria-garcia")
            .email("maria@example.com")
            .attr("login", "maria-garcia")
            .attr("note", "wrote to Maria@example.com as maria-garcia")
            .build();
    maria.run(
        () -> {
          spans.leaf("letter");
          LOG.info("wrote a letter for " + UserContext.current().orElseThrow());
          LOG.info("and that is all of " + maria.toBuilder().build());
        });
    letters.send("maria-garcia" + "x".repeat(2_000));
    return "told";
  }
}
