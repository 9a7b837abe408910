package dev.usercontext.it.app.attributed;

import dev.usercontext.NoUserException;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Calls the attributed beans one after the other, and works between the calls. */
@ApplicationScoped
public class AttributedAction implements Action {

  @Inject AttributedClass attributed;
  @Inject AttributedMethods methods;
  @Inject Spans spans;

  @Override
  public String name() {
    return "attributed";
  }

  @Override
  public String run(Parameters parameters) {
    attributed.find();
    attributed.list();
    methods.plain();
    methods.fixedAttrs();
    methods.annotate(7);
    methods.review();
    spans.leaf("afterwards");
    return "attributed";
  }

  /** Calls for another user than the caller. */
  @ApplicationScoped
  public static class ForCustomer implements Action {

    @Inject AttributedMethods methods;
    @Inject Spans spans;

    @Override
    public String name() {
      return "for-customer";
    }

    @Override
    public String run(Parameters parameters) {
      methods.onOrder("c-42", "c42@example.com", "pro", 3, null);
      spans.leaf("after-order");
      methods.ship("c-43");
      spans.leaf("after-shipping");
      return "ordered";
    }
  }

  /** Calls for a customer that is not known. */
  @ApplicationScoped
  public static class ForNobody implements Action {

    @Inject AttributedMethods methods;
    @Inject Spans spans;

    @Override
    public String name() {
      return "for-nobody";
    }

    @Override
    public String run(Parameters parameters) {
      methods.onOrder(null, "lost@example.com", "pro", 3, null);
      spans.leaf("after-order");
      return "ordered";
    }
  }

  /** Needs somebody. */
  @ApplicationScoped
  public static class Required implements Action {

    @Inject AttributedMethods methods;
    @Inject Spans spans;

    @Override
    public String name() {
      return "required";
    }

    @Override
    public String run(Parameters parameters) {
      try {
        methods.pay();
        return "paid";
      } catch (NoUserException refused) {
        return "refused";
      } finally {
        spans.leaf("after-payment");
      }
    }
  }

  /** Fails while it works for another user. */
  @ApplicationScoped
  public static class Failing implements Action {

    @Inject AttributedMethods methods;
    @Inject Spans spans;

    @Override
    public String name() {
      return "attributed-failure";
    }

    @Override
    public String run(Parameters parameters) {
      try {
        methods.refund("c-44");
        return "never";
      } catch (RefusedException refused) {
        spans.leaf("after-failure");
        return "refused " + refused.getMessage();
      }
    }
  }
}
