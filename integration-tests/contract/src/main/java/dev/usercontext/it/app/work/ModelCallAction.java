package dev.usercontext.it.app.work;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Leaves the span of a call of a language model, with as many tokens as it is told. */
@ApplicationScoped
public class ModelCallAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "model-call";
  }

  @Override
  public String run(Parameters parameters) {
    Span span = spans.open("chat " + parameters.get("model"));
    span.setAttribute("gen_ai.operation.name", "chat");
    span.setAttribute("gen_ai.request.model", parameters.get("model"));
    span.setAttribute("gen_ai.usage.input_tokens", Long.parseLong(parameters.get("input")));
    span.setAttribute("gen_ai.usage.output_tokens", Long.parseLong(parameters.get("output")));
    span.end();
    return "hello from the model";
  }
}
