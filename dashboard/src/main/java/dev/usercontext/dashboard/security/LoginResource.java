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
      @QueryParam("out") boolean out,
      @CookieParam("theme") @DefaultValue("") String theme) {
    return credentials.required()
        ? Response.ok(out ? page.loggedOut(theme) : page.render("", LocalPath.of(back), "", theme))
            .build()
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
    return Response.seeOther(URI.create(LocalPath.of(back)))
        .cookie(sessions.begin(name, role.get(), request))
        .build();
  }

  @POST
  @Path("logout")
  public Response logout(@Context RoutingContext request) {
    String session = Access.of(request).session();
    if (session != null) {
      sessions.end(session);
    }
    return Response.seeOther(URI.create("/login?out=true")).cookie(sessions.ended(request)).build();
  }

  private Response answer(int status, String wrong, String back, String name, String theme) {
    return Response.status(status)
        .entity(page.render(wrong, LocalPath.of(back), name, theme))
        .build();
  }
}
