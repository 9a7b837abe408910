package dev.usercontext.it.app.llm;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chats with a model that keeps its user. */
@ApplicationScoped
public class AttributedChatAction implements Action {

  @Inject Models models;
  @Inject Chat chat;

  @Override
  public String name() {
    return "llm-chat-attributed";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    return chat.ask(models.attributed(parameters.get("llm")));
  }
}
