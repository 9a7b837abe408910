package dev.usercontext.it.app.attributed;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Every form of {@code @UserAttributed} on a method. */
@ApplicationScoped
public class AttributedMethods {

  @Inject Spans spans;

  @UserAttributed
  public void plain() {
    spans.around("plain", () -> spans.leaf("plain-child"));
  }

  @UserAttributed(attrs = {"feature=chat", "tier=gold"})
  public void fixedAttrs() {
    spans.leaf("chat");
  }

  @UserAttributed
  public void onOrder(
      @UserId String customer,
      @UserEmail String mail,
      @UserAttr("plan") String plan,
      @UserAttr("items") int items,
      @UserAttr("coupon") String coupon) {
    spans.leaf("order");
  }

  @UserAttributed
  public void annotate(@UserAttr("basket") long basket) {
    spans.leaf("annotated");
  }

  @UserAttributed
  @WithSpan("ship")
  public void ship(@UserId String customer) {
    spans.leaf("label");
  }

  @UserAttributed
  @WithSpan("review")
  public void review() {
    spans.leaf("read-review");
  }

  @UserAttributed(required = true)
  public void pay() {
    spans.leaf("payment");
  }

  @UserAttributed(attrs = "feature=refund")
  @WithSpan("refund")
  public void refund(@UserId String customer) throws RefusedException {
    spans.leaf("refund-check");
    throw new RefusedException(customer);
  }
}
