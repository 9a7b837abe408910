package dev.usercontext.it.app.llm;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chats with a model as it is. */
@ApplicationScoped
public class ChatAction implements Action {

  @Inject Models models;
  @Inject Chat chat;

  @Override
  public String name() {
    return "llm-chat";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    return chat.ask(models.plain(parameters.get("llm")));
  }
}
