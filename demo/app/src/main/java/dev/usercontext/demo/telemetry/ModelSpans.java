package dev.usercontext.demo.telemetry;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A span for each call of a model, with OpenTelemetry's names for generative AI. Not a word of the
 * user: User Context puts that on every span.
 */
@ApplicationScoped
public class ModelSpans implements ChatModelListener {

  @Inject Tracer tracer;

  @Override
  public void onRequest(ChatModelRequestContext call) {
    String model = call.chatRequest().modelName();
    Span span =
        tracer
            .spanBuilder("chat " + model)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", "openai")
            .setAttribute("gen_ai.request.model", model)
            .startSpan();
    call.attributes().put(Span.class, span);
  }

  @Override
  public void onResponse(ChatModelResponseContext call) {
    Span span = (Span) call.attributes().get(Span.class);
    ChatResponse response = call.chatResponse();
    span.setAttribute("gen_ai.response.model", response.modelName());
    TokenUsage usage = response.tokenUsage();
    if (usage != null) {
      span.setAttribute("gen_ai.usage.input_tokens", (long) usage.inputTokenCount());
      span.setAttribute("gen_ai.usage.output_tokens", (long) usage.outputTokenCount());
    }
    span.end();
  }

  @Override
  public void onError(ChatModelErrorContext call) {
    Span span = (Span) call.attributes().get(Span.class);
    span.setStatus(StatusCode.ERROR, String.valueOf(call.error().getMessage()));
    span.recordException(call.error());
    span.end();
  }
}
