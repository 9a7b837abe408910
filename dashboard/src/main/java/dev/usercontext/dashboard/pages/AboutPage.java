package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.cost.PriceTable;
import dev.usercontext.dashboard.security.LocalPath;
import dev.usercontext.dashboard.store.SpanStore;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** What this dashboard is, and which of the two themes it wears. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AboutPage {
  private static final int YEAR = 365 * 24 * 3600;

  @Inject SpanStore store;
  @Inject PriceTable prices;
  @Inject PageContext context;

  @GET
  @Path("about")
  public Response about() {
    Map<String, Object> data = context.data("About", "/about");
    data.put("stats", store.stats());
    data.put("prices", prices);
    data.put("base", context.base());
    return context.render("about", data);
  }

  /** From what is seen to the other; without a choice the system decides what is seen. */
  @POST
  @Path("theme")
  public Response theme(
      @FormParam("back") @DefaultValue("/users") String back,
      @FormParam("seen") @DefaultValue("") String seen,
      @Context RoutingContext request) {
    String now = context.theme().isEmpty() ? seen : context.theme();
    NewCookie cookie =
        new NewCookie.Builder("theme")
            .value(now.equals("dark") ? "light" : "dark")
            .path("/")
            .httpOnly(true)
            .secure(request.request().isSSL())
            .sameSite(NewCookie.SameSite.LAX)
            .maxAge(YEAR)
            .build();
    return Response.seeOther(URI.create(LocalPath.of(back))).cookie(cookie).build();
  }
}
