package dev.usercontext.demo.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** A span around the work of an agent or a tool, with OpenTelemetry's names for them. */
@ApplicationScoped
public class AgentSpans {

  @Inject Tracer tracer;

  public <T> T agent(String name, Supplier<T> work) {
    return around("invoke_agent", "gen_ai.agent.name", name, work);
  }

  public <T> T tool(String name, Supplier<T> work) {
    return around("execute_tool", "gen_ai.tool.name", name, work);
  }

  private <T> T around(String operation, String key, String name, Supplier<T> work) {
    Span span =
        tracer
            .spanBuilder(operation + " " + name)
            .setAttribute("gen_ai.operation.name", operation)
            .setAttribute(key, name)
            .startSpan();
    try (Scope ignored = span.makeCurrent()) {
      return work.get();
    } catch (RuntimeException failure) {
      span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
      span.recordException(failure);
      throw failure;
    } finally {
      span.end();
    }
  }
}
