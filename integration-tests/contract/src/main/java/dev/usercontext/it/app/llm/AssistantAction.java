package dev.usercontext.it.app.llm;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks an AI service whose model is as it is. */
@ApplicationScoped
public class AssistantAction implements Action {

  @Inject Models models;
  @Inject Assistants assistants;

  @Override
  public String name() {
    return "llm-assistant";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    return assistants.ask(models.plain(parameters.get("llm")));
  }
}
