package dev.usercontext.it.app.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.opentelemetry.context.Context;
import java.lang.reflect.Proxy;

/** A model whose answers arrive, on whatever thread, for the user and in the trace that asked. */
public record AttributedModel(StreamingChatModel model) implements StreamingChatModel {

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    Context asking = Context.current();
    model.chat(
        request,
        (StreamingChatResponseHandler)
            Proxy.newProxyInstance(
                StreamingChatResponseHandler.class.getClassLoader(),
                new Class<?>[] {StreamingChatResponseHandler.class},
                (proxy, event, arguments) ->
                    asking.wrap(() -> event.invoke(handler, arguments)).call()));
  }
}
