package dev.usercontext.demo.agent;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.usercontext.demo.refund.RefundDesk;
import dev.usercontext.demo.telemetry.AgentSpans;

/** What the concierge can do: ask a colleague, and start a refund. */
public record ConciergeTools(Agents agents, RefundDesk refunds, AgentSpans spans) {

  @Tool(
      name = "ask_order_expert",
      value = "Asks the order expert. Use it for: order, parcel, delivery, return, lamp, chair.")
  public String askOrderExpert(@P("the question") String question) {
    return agents.orderExpert(question);
  }

  @Tool(name = "request_refund", value = "Sends a request to the accounts. Use it for: refund.")
  public String requestRefund(@P("the number of the order, four digits") String order) {
    return spans.tool("request_refund", () -> refunds.request(order));
  }
}
