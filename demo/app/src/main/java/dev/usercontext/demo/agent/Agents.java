package dev.usercontext.demo.agent;

import dev.langchain4j.service.AiServices;
import dev.usercontext.demo.refund.RefundDesk;
import dev.usercontext.demo.telemetry.AgentSpans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The agents. The concierge talks to the user and asks the order expert, who looks orders up and
 * asks the policy expert, who reads the rules.
 */
@ApplicationScoped
public class Agents {

  @Inject Models models;
  @Inject AgentSpans spans;
  @Inject Orders orders;
  @Inject RefundDesk refunds;

  public String concierge(String question) {
    return ask(
        "concierge",
        """
        You are the concierge of a shop's help desk. Be short and friendly. Ask the order expert \
        about anything that concerns an order.""",
        question,
        new ConciergeTools(this, refunds, spans));
  }

  public String orderExpert(String question) {
    return ask(
        "order-expert",
        """
        You know the orders of the shop. Look the orders of the customer up before you answer, and \
        ask the policy expert what the rules allow.""",
        question,
        new OrderTools(this, orders, spans));
  }

  public String policyExpert(String question) {
    return ask(
        "policy-expert",
        "You know the rules of the shop. Read the policy, then say what it allows.",
        question,
        new PolicyTools(spans));
  }

  private String ask(String name, String role, String question, Object tools) {
    Agent agent =
        AiServices.builder(Agent.class)
            .chatModel(models.ofUser())
            .systemMessageProvider(memory -> role)
            .tools(tools)
            .build();
    return spans.agent(name, () -> agent.answer(question));
  }
}
