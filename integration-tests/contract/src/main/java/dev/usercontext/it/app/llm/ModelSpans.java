package dev.usercontext.it.app.llm;

import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A span for each call of the model, as observability libraries make it. */
@ApplicationScoped
public class ModelSpans implements ChatModelListener {

  @Inject Spans spans;

  @Override
  public void onRequest(ChatModelRequestContext call) {
    boolean withToolAnswer =
        call.chatRequest().messages().stream()
            .anyMatch(message -> message.type() == ChatMessageType.TOOL_EXECUTION_RESULT);
    call.attributes()
        .put(Span.class, spans.open(withToolAnswer ? "second-model-call" : "model-call"));
  }

  @Override
  public void onResponse(ChatModelResponseContext call) {
    ((Span) call.attributes().get(Span.class)).end();
  }
}
