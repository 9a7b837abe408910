package dev.usercontext.it.app.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.usercontext.UserContext;

/** A model whose answers arrive, on whatever thread, for the user and in the trace that asked. */
// docs: a model that keeps its user
public record AttributedModel(StreamingChatModel model) implements StreamingChatModel {

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    model.chat(
        request,
        UserContext.current()
            .map(user -> user.wrapCallback(StreamingChatResponseHandler.class, handler))
            .orElse(handler));
  }
}

// docs: end
