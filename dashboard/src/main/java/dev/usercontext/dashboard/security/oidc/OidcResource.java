package dev.usercontext.dashboard.security.oidc;

import dev.usercontext.dashboard.pages.LoginPage;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.dashboard.security.LocalPath;
import dev.usercontext.dashboard.security.Sessions;
import dev.usercontext.dashboard.security.SignedText;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** The way of a browser to the provider and back. */
@Path("/login/oidc")
@Produces(MediaType.TEXT_HTML)
public class OidcResource {
  private static final Logger LOG = Logger.getLogger(OidcResource.class);
  private static final String COOKIE = "usercontext-login";
  private static final String PURPOSE = "login";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject OidcSettings settings;
  @Inject OidcLogin login;
  @Inject OidcRoles roles;
  @Inject Sessions sessions;
  @Inject SignedText signed;
  @Inject LoginPage page;
  @Inject Clock clock;
  @Context UriInfo uri;
  @Context RoutingContext request;

  @CookieParam("theme")
  @DefaultValue("")
  String theme;

  /** What may fail on the way. */
  private interface Step {
    Response take() throws OidcException;
  }

  @GET
  public Response begin(@QueryParam("back") @DefaultValue("/users") String back) {
    return step(
        LocalPath.of(back),
        () -> {
          LoginAttempt attempt =
              LoginAttempt.until(clock.instant().plus(PATIENCE), LocalPath.of(back));
          return Response.seeOther(login.begin(attempt, uri.getBaseUri()))
              .cookie(cookie(signed.sign(PURPOSE, attempt.text()), (int) PATIENCE.toSeconds()))
              .build();
        });
  }

  @GET
  @Path("callback")
  public Response callback(@CookieParam(COOKIE) @DefaultValue("") String cookie) {
    return step("/users", () -> finish(attempt(cookie)));
  }

  @GET
  @Path("logout")
  public Response logout() {
    return step(
        "/users",
        () ->
            Response.seeOther(login.logout(uri.getBaseUri()).orElse(URI.create("/login"))).build());
  }

  private Response step(String back, Step step) {
    if (!settings.enabled()) {
      throw new NotFoundException("There is no OpenID provider.");
    }
    try {
      return step.take();
    } catch (OidcException e) {
      LOG.warnf("%s (%s)", e.getMessage(), e.getCause());
      return Response.status(e.status())
          .entity(page.render(String.valueOf(e.getMessage()), back, "", theme))
          .cookie(cookie("", 0))
          .build();
    }
  }

  private LoginAttempt attempt(String cookie) throws OidcException {
    LoginAttempt attempt =
        signed
            .verify(PURPOSE, cookie)
            .map(LoginAttempt::of)
            .orElseThrow(() -> OidcException.unknown("no cookie of ours"));
    if (attempt.ends().isBefore(clock.instant())) {
      throw OidcException.unknown("after " + PATIENCE);
    }
    return attempt;
  }

  private Response finish(LoginAttempt attempt) throws OidcException {
    Map<String, Object> claims = login.finish(attempt, uri.getRequestUri());
    String name = roles.name(claims);
    Access.Role role =
        roles.role(claims).orElseThrow(() -> OidcException.nobody(name, settings.rolesClaim()));
    LOG.infof("%s is logged in by %s as %s", name, settings.issuer(), role);
    return Response.seeOther(URI.create(attempt.back()))
        .cookie(sessions.begin(name, role, request), cookie("", 0))
        .build();
  }

  /** Lax: the provider sends the browser back from another site. */
  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/login/oidc")
        .httpOnly(true)
        .secure(request.request().isSSL())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(seconds)
        .build();
  }
}
