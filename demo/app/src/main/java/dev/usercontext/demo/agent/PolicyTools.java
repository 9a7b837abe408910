package dev.usercontext.demo.agent;

import dev.langchain4j.agent.tool.Tool;
import dev.usercontext.demo.telemetry.AgentSpans;

/** What the policy expert can do. */
public record PolicyTools(AgentSpans spans) {

  @Tool(name = "read_policy", value = "The rules of the shop. Use it for: return, refund, policy.")
  public String readPolicy() {
    return spans.tool(
        "read_policy",
        () -> "Goods may come back within 30 days, in their box. Money goes back within a week.");
  }
}
