package dev.usercontext.dashboard.security;

import dev.usercontext.dashboard.pages.LoginPage;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Login and logout of browsers. */
@Path("/")
public class LoginResource {
  @Inject Credentials credentials;
  @Inject Sessions sessions;
  @Inject LoginLimit limit;
  @Inject LoginPage page;

  @GET
  @Path("login")
  @Produces(MediaType.TEXT_HTML)
  public Response form(
      @QueryParam("back") @DefaultValue("/users") String back,
      @CookieParam("theme") @DefaultValue("") String theme) {
    return credentials.required()
        ? Response.ok(page.render("", local(back), "", theme)).build()
        : Response.seeOther(URI.create("/users")).build();
  }

  @POST
  @Path("login")
  @Produces(MediaType.TEXT_HTML)
  public Response login(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("back") @DefaultValue("/users") String back,
      @CookieParam("theme") @DefaultValue("") String theme,
      @Context RoutingContext request) {
    if (limit.reached()) {
      return answer(429, "Too many wrong passwords. Try again in a minute.", back, name, theme);
    }
    Optional<Access.Role> role = credentials.role(name, password);
    if (role.isEmpty()) {
      limit.wrong();
      return answer(401, "Name or password is wrong.", back, name, theme);
    }
    String session = sessions.begin(name, role.get());
    return Response.seeOther(URI.create(local(back)))
        .cookie(cookie(session, (int) sessions.length().toSeconds(), request))
        .build();
  }

  @POST
  @Path("logout")
  public Response logout(@Context RoutingContext request) {
    String session = Access.of(request).session();
    if (session != null) {
      sessions.end(session);
    }
    return Response.seeOther(URI.create("/login")).cookie(cookie("", 0, request)).build();
  }

  private Response answer(int status, String wrong, String back, String name, String theme) {
    return Response.status(status).entity(page.render(wrong, local(back), name, theme)).build();
  }

  /** Only a path of ours: neither another site nor {@code //elsewhere}. */
  private static String local(String back) {
    return back.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%?/-]*") && !back.startsWith("//")
        ? back
        : "/users";
  }

  /** Lax, so that a permalink in a ticket opens; what changes something asks AccessFilter. */
  private static NewCookie cookie(String value, int seconds, RoutingContext request) {
    return new NewCookie.Builder(AccessFilter.COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(request.request().isSSL())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(seconds)
        .build();
  }
}
