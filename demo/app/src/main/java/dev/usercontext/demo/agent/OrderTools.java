package dev.usercontext.demo.agent;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.usercontext.demo.telemetry.AgentSpans;

/** What the order expert can do. */
public record OrderTools(Agents agents, Orders orders, AgentSpans spans) {

  @Tool(
      name = "find_orders",
      value =
          "The orders of the customer. Use it for: order, parcel, delivery, return, lamp, chair.")
  public String findOrders() {
    return spans.tool("find_orders", orders::ofUser);
  }

  @Tool(name = "ask_policy_expert", value = "Asks the policy expert. Use it for: return, refund.")
  public String askPolicyExpert(@P("the question") String question) {
    return agents.policyExpert(question);
  }
}
