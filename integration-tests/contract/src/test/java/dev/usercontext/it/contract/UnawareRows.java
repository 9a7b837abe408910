package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.CONTAINER;
import static dev.usercontext.it.contract.Entry.FILE;
import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;

/** The rows of an application that knows nothing of User Context. */
public final class UnawareRows {

  private UnawareRows() {}

  /** What every identity, and every form of packaging, is tried with. */
  public static List<Row> essential() {
    return List.of(
        resource(),
        traced(Row.of("servlet", SERVLET, "servlet/{zone}/do/tracer")),
        Row.of("@WithSpan", JAX_RS, "rest/{zone}/do/with-span")
            .answers("hello")
            .spans("greet", "find-phrase"),
        Row.of("@WithSpan in a servlet", SERVLET, "servlet/{zone}/do/with-span")
            .answers("hello")
            .spans("greet", "find-phrase"),
        traced(Row.of("redispatched servlet", SERVLET, "servlet/{zone}/redispatch/tracer"))
            .spans("before-dispatch"),
        wrongPassword(),
        forbiddenByContainer());
  }

  public static List<Row> all() {
    return List.of(
        resource(),
        traced(
            Row.of("JAX-RS resource, open, with credentials", JAX_RS, "rest/{zone}/do/tracer")
                .zone("open")),
        traced(Row.of("servlet", SERVLET, "servlet/{zone}/do/tracer")),
        traced(
            Row.of("servlet, open, with credentials", SERVLET, "servlet/{zone}/do/tracer")
                .zone("open")),
        traced(Row.of("redispatched servlet", SERVLET, "servlet/{zone}/redispatch/tracer"))
            .spans("before-dispatch"),
        Row.of("static file", FILE, "files/{zone}/note.txt").answers("a note"),
        Row.of("static file that is not there", FILE, "files/{zone}/nothing.txt")
            .in(Group.FAILURE)
            .answers(404),
        Row.of("@WithSpan", JAX_RS, "rest/{zone}/do/with-span")
            .answers("hello")
            .spans("greet", "find-phrase"),
        Row.of("@WithSpan in a servlet", SERVLET, "servlet/{zone}/do/with-span")
            .answers("hello")
            .spans("greet", "find-phrase"),
        ejb(Row.of("EJB", JAX_RS, "rest/{zone}/do/ejb")),
        ejb(Row.of("EJB in a servlet", SERVLET, "servlet/{zone}/do/ejb")),
        client(Row.of("JAX-RS client", JAX_RS, "rest/{zone}/do/jaxrs-client")),
        client(Row.of("JAX-RS client in a servlet", SERVLET, "servlet/{zone}/do/jaxrs-client")),
        client(Row.of("REST Client", JAX_RS, "rest/{zone}/do/rest-client")),
        client(Row.of("REST Client in a servlet", SERVLET, "servlet/{zone}/do/rest-client")),
        unreachable(Row.of("JAX-RS client without a server", JAX_RS, "rest/{zone}/do/unreachable")),
        unreachable(
            Row.of(
                "JAX-RS client without a server, in a servlet",
                SERVLET,
                "servlet/{zone}/do/unreachable")),
        Row.of("unmapped exception", JAX_RS, "rest/{zone}/do/unmapped-failure")
            .in(Group.FAILURE)
            .answers(500)
            .spans("failing"),
        Row.of("unmapped exception in a servlet", SERVLET, "servlet/{zone}/do/unmapped-failure")
            .in(Group.FAILURE)
            .answers(500)
            .spans("failing"),
        Row.of("mapped exception", JAX_RS, "rest/{zone}/do/mapped-failure")
            .in(Group.FAILURE)
            .answers(409)
            .answers("mapped")
            .spans("before-failure"),
        Row.of("error page", SERVLET, "servlet/{zone}/failing-page")
            .answers(410)
            .answers("sorry")
            .spans("before-error-page", "error-page"),
        Row.of("404 of a resource", JAX_RS, "rest/{zone}/do/not-found")
            .in(Group.FAILURE)
            .answers(404)
            .spans("look-up"),
        Row.of("404 without a resource", JAX_RS, "rest/{zone}/no/such/resource")
            .in(Group.FAILURE)
            .answers(404),
        Row.of("403 of a resource", JAX_RS, "rest/{zone}/do/forbidden")
            .in(Group.FAILURE)
            .answers(403)
            .spans("permission-check"),
        Row.of("403 by @RolesAllowed", JAX_RS, "rest/{zone}/admins-only")
            .in(Group.FAILURE)
            .answers(403),
        wrongPassword(),
        forbiddenByContainer());
  }

  private static Row traced(Row row) {
    return row.answers("traced").spans("child", "grandchild", "detached");
  }

  private static Row ejb(Row row) {
    return row.in(Group.EJB).needs(Feature.EJB).answers("hello").spans("ejb", "ejb-child");
  }

  private static Row client(Row row) {
    return row.in(Group.CLIENT).answers("hello from upstream").clientSpan();
  }

  private static Row unreachable(Row row) {
    return row.in(Group.CLIENT).answers("nobody there").clientSpan().spans("after-failed-call");
  }

  /** The container refuses before the application sees the request. */
  private static Row forbiddenByContainer() {
    return Row.of("403 of the container", CONTAINER, "rest/admin/do/tracer")
        .in(Group.FAILURE)
        .answers(403)
        .anonymously(resource());
  }

  private static Row wrongPassword() {
    return Row.of("401", CONTAINER, "rest/{zone}/do/tracer").refused().anonymously(resource());
  }

  private static Row resource() {
    return traced(Row.of("JAX-RS resource", JAX_RS, "rest/{zone}/do/tracer"));
  }
}
