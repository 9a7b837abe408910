package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rows that are about how the user becomes known. */
public final class IdentityRows {

  private IdentityRows() {}

  /** With {@code HttpServletRequest.login}, and {@code logout} again. */
  public static List<Row> programmaticLogin() {
    return List.of(
        login(Row.of("login in mid-request", SERVLET, "servlet/{zone}/login"))
            .answers("logged out")
            .span("after-logout", ExpectedUser.NOBODY),
        login(Row.of("login in mid-request of a resource", JAX_RS, "rest/{zone}/login"))
            .answers("logged out")
            .span("after-logout", ExpectedUser.NOBODY));
  }

  /** The same on the request that CDI injects, by a caller who is logged in already. */
  public static List<Row> injectedLogin() {
    return List.of(
        another(Row.of("login of another, injected", SERVLET, "servlet/{zone}/do/log-in-another")),
        another(
            Row.of(
                "login of another, injected into a resource",
                JAX_RS,
                "rest/{zone}/do/log-in-another")));
  }

  /** With Jakarta Security's {@code SecurityContext.authenticate}. */
  public static List<Row> authenticate() {
    return List.of(
        login(Row.of("authenticate in mid-request", SERVLET, "servlet/{zone}/authenticate"))
            .answers("authenticated"));
  }

  /** With a resolver that fails for this request: it has no user, but its answer. */
  public static List<Row> failingResolver() {
    return List.of(
        failing(Row.of("resolver that fails", JAX_RS, "rest/{zone}/do/resolver-fails")),
        failing(
            Row.of(
                "resolver that fails, in a servlet", SERVLET, "servlet/{zone}/do/resolver-fails")));
  }

  /**
   * The caller works in the account of a customer.
   *
   * @param shown what leaves of an id
   * @param more what else the spans say of the customer
   */
  public static List<Row> actor(
      UnaryOperator<String> shown, Function<ExpectedUser, ExpectedUser> more) {
    ExpectedUser customer = more.apply(ExpectedUser.id(shown.apply("customer-4711")));
    UnaryOperator<ExpectedUser> acting =
        caller ->
            customer.with(
                "user_actor_id",
                caller.isNobody() ? shown.apply("help-desk") : caller.attributes().get("user_id"));
    return List.of(
        Row.of("support that acts for a customer", JAX_RS, "rest/{zone}/do/acting-for")
            .in(Group.API)
            .answers("refunded")
            .span("refund", acting),
        Row.of(
                "support that acts for a customer, in a servlet",
                SERVLET,
                "servlet/{zone}/do/acting-for")
            .in(Group.API)
            .answers("refunded")
            .span("refund", acting));
  }

  /** With an EJB that has another identity for what it calls: the user is still the caller. */
  public static List<Row> runAs() {
    return List.of(
        Row.of("EJB with @RunAs", JAX_RS, "rest/{zone}/do/run-as")
            .in(Group.EJB)
            .needs(Feature.EJB)
            .answers("hello")
            .spans("ejb", "ejb-child"));
  }

  private static Row login(Row row) {
    return row.in(Group.LOGIN)
        .logsIn()
        .span("over-before-login", ExpectedUser.NOBODY)
        .spans("open-at-login", "after-login");
  }

  private static Row another(Row row) {
    return row.in(Group.LOGIN)
        .answers("logged in")
        .spans("before-logout")
        .span("after-logout", ExpectedUser.NOBODY)
        .span("after-login", user -> user.isNobody() ? user : ExpectedUser.id("bob"));
  }

  private static Row failing(Row row) {
    UnaryOperator<ExpectedUser> nobody = ignored -> ExpectedUser.NOBODY;
    return row.in(Group.FAILURE)
        .answers("answered all the same")
        .span("work", nobody)
        .serverSpan(nobody);
  }
}
