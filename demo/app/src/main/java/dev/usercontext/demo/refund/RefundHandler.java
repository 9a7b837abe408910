package dev.usercontext.demo.refund;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.demo.agent.Agents;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Works on messages, where nobody is logged in: the parameters say for whom. */
@ApplicationScoped
public class RefundHandler {
  private static final Logger LOG = Logger.getLogger(RefundHandler.class.getName());

  @Inject Agents agents;

  @UserAttributed(attrs = "feature=refund")
  @WithSpan("refund process")
  public void onRefund(
      @UserId String customer,
      @UserEmail String email,
      @UserAttr("plan") String plan,
      String order) {
    String verdict = agents.policyExpert("May I have a refund of order " + order + "?");
    LOG.fine(() -> "Refund of order " + order + ": " + verdict);
  }
}
