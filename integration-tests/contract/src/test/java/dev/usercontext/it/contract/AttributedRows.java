package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rows of an application that uses the API, each through JAX-RS and through a servlet. */
public final class AttributedRows {

  private static final ExpectedUser ADA = ExpectedUser.id("ada").attr("plan", "pro");
  private static final ExpectedUser GRACE = ExpectedUser.id("grace").email("grace@example.com");
  private static final ExpectedUser EDSGER = ExpectedUser.id("edsger");
  private static final ExpectedUser CUSTOMER =
      ExpectedUser.id("c-42").email("c42@example.com").attr("plan", "pro").attr("items", 3L);
  private static final ExpectedUser REFUNDED = ExpectedUser.id("c-44").attr("feature", "refund");

  private AttributedRows() {}

  /** What every form of packaging is tried with. */
  public static List<Row> essential() {
    return List.of(attributed(JAX_RS), forCustomer(SERVLET));
  }

  public static List<Row> all() {
    return Stream.of(JAX_RS, SERVLET)
        .flatMap(AttributedRows::of)
        .map(row -> row.in(Group.API))
        .toList();
  }

  private static Stream<Row> of(Entry entry) {
    return Stream.of(
        scopes(entry),
        addingScope(entry),
        injected(entry),
        attributed(entry),
        forCustomer(entry),
        forNobody(entry),
        required(entry),
        failing(entry));
  }

  private static Row scopes(Entry entry) {
    return row("scopes three deep", entry, "scopes")
        .answers("scoped")
        .spans("before-scopes", "after-scopes")
        .span("ada", ADA)
        .span("ada-child", ADA)
        .span("ada-again-with-result", ADA)
        .span("grace", GRACE)
        .span("grace-again", GRACE)
        .span("edsger", EDSGER)
        .span("edsger-detached", EDSGER);
  }

  private static Row addingScope(Entry entry) {
    return row("scope that adds to the user", entry, "adding-scope")
        .span("checkout", withAttr("step", "checkout"))
        .spans("after-checkout");
  }

  private static Row injected(Entry entry) {
    return row("injected user", entry, "injected").answers("{user} > ada > {user}");
  }

  private static Row attributed(Entry entry) {
    return row("@UserAttributed for the caller", entry, "attributed")
        .span("find", withAttr("feature", "search"))
        .spans("list", "plain", "plain-child")
        .span("chat", withAttr("feature", "chat").andThen(withAttr("tier", "gold"))::apply)
        .span("annotated", withAttr("basket", 7L))
        .spans("review", "read-review", "afterwards");
  }

  private static Row forCustomer(Entry entry) {
    return row("@UserAttributed for another user", entry, "for-customer")
        .span("order", CUSTOMER)
        .span("ship", ExpectedUser.id("c-43"))
        .span("label", ExpectedUser.id("c-43"))
        .spans("after-order", "after-shipping")
        // A span with no user of its own takes the one of the first call; later ones add nothing.
        .serverSpan(request -> request.isNobody() ? CUSTOMER : request);
  }

  private static Row forNobody(Entry entry) {
    return row("@UserAttributed for nobody", entry, "for-nobody")
        .span("order", ExpectedUser.NOBODY)
        .spans("after-order");
  }

  private static Row required(Entry entry) {
    return row("@UserAttributed that requires a user", entry, "required")
        .answers("paid")
        .spans("payment", "after-payment")
        .anonymously(
            row("@UserAttributed that requires a user", entry, "required")
                .answers("refused")
                .spans("after-payment"));
  }

  private static Row failing(Entry entry) {
    return row("@UserAttributed that throws", entry, "attributed-failure")
        .answers("refused c-44")
        .span("refund", REFUNDED)
        .span("refund-check", REFUNDED)
        .spans("after-failure")
        .serverSpan(request -> request.isNobody() ? REFUNDED : request);
  }

  private static Row row(String name, Entry entry, String action) {
    return entry == JAX_RS
        ? Row.of(name, JAX_RS, "rest/{zone}/do/" + action)
        : Row.of(name + ", in a servlet", SERVLET, "servlet/{zone}/do/" + action);
  }

  private static UnaryOperator<ExpectedUser> withAttr(String name, Object value) {
    return user -> user.isNobody() ? user : user.attr(name, value);
  }
}
