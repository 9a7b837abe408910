package dev.usercontext.it.app.llm;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks an AI service whose model keeps its user. */
@ApplicationScoped
public class AttributedAssistantAction implements Action {

  @Inject Models models;
  @Inject Assistants assistants;

  @Override
  public String name() {
    return "llm-assistant-attributed";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    return assistants.ask(models.attributed(parameters.get("llm")));
  }
}
