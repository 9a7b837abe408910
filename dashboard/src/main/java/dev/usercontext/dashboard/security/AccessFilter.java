package dev.usercontext.dashboard.security;

import dev.usercontext.dashboard.security.oidc.BearerTokens;
import dev.usercontext.dashboard.security.oidc.OidcException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that is served: says who asks, sends away who may not, and sets the
 * headers of every answer. Runs on event loops and never blocks.
 */
@ApplicationScoped
public class AccessFilter {
  private static final int BEFORE_ALL = 10_000;
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Inject Credentials credentials;
  @Inject Sessions sessions;
  @Inject LoginLimit limit;
  @Inject BearerTokens tokens;
  @Inject SecurityConfig config;

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_ALL);
  }

  void handle(RoutingContext request) {
    headers(request);
    if (!SAFE.contains(request.request().method()) && !RequestOrigin.ours(request.request())) {
      refuse(request, 403, "A request that changes something has to come from these pages.");
    } else if (!credentials.required()) {
      withoutLogin(request);
    } else if (open(request.normalizedPath())) {
      request.next();
    } else {
      who(request).ifPresentOrElse(access -> letIn(request, access), () -> bearerOrLogin(request));
    }
  }

  private static void letIn(RoutingContext request, Access access) {
    access.keep(request);
    request.next();
  }

  /** A proxy before the pages may add a token of its own: there, it is none of ours. */
  private void bearerOrLogin(RoutingContext request) {
    Optional<String> token =
        forPrograms(request)
            ? tokens.of(request.request().getHeader("Authorization"))
            : Optional.empty();
    token.ifPresentOrElse(given -> bearer(request, given), () -> askForLogin(request));
  }

  private static boolean forPrograms(RoutingContext request) {
    String path = request.normalizedPath();
    return path.startsWith("/api/") || path.startsWith("/q/");
  }

  private void bearer(RoutingContext request, String token) {
    request
        .vertx()
        .executeBlocking(() -> tokens.access(token), false)
        .onSuccess(access -> letIn(request, access))
        .onFailure(
            why -> {
              if (why instanceof OidcException refused) {
                Challenges.refused(request.response(), refused);
                refuse(request, refused.status(), String.valueOf(refused.getMessage()));
              } else {
                request.fail(why);
              }
            });
  }

  private void withoutLogin(RoutingContext request) {
    HostAndPort authority = request.request().authority();
    String host = authority == null ? null : authority.host();
    if (!RequestOrigin.local(host, config.localNames())) {
      refuse(
          request,
          421,
          "Open the dashboard as localhost, or as a name of dashboard.security.local-names.");
      return;
    }
    letIn(request, Access.LOCAL);
  }

  private static void headers(RoutingContext request) {
    var headers = request.response().headers();
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    String path = request.normalizedPath();
    if (!path.startsWith("/webjars/")
        && !path.startsWith("/_static/")
        && !path.startsWith("/assets/")) {
      headers.set("Cache-Control", "no-store");
    }
  }

  private static boolean open(String path) {
    return path.equals("/login")
        || path.startsWith("/login/oidc")
        || path.startsWith("/assets/")
        || path.equals("/q/health")
        || path.startsWith("/q/health/");
  }

  private Optional<Access> who(RoutingContext request) {
    Cookie cookie = request.request().getCookie(Sessions.COOKIE);
    return Optional.ofNullable(cookie)
        .flatMap(known -> sessions.find(known.getValue()))
        .or(() -> basic(request.request().getHeader("Authorization")));
  }

  private Optional<Access> basic(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6) || limit.reached()) {
      return Optional.empty();
    }
    Optional<Access> access = decode(header.substring(6).strip());
    if (access.isEmpty()) {
      limit.wrong();
    }
    return access;
  }

  private Optional<Access> decode(String base64) {
    try {
      String both = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      if (colon > 0) {
        String name = both.substring(0, colon);
        return credentials
            .role(name, both.substring(colon + 1))
            .map(role -> new Access(name, role, null));
      }
    } catch (IllegalArgumentException notBase64) {
      // As good as a wrong password.
    }
    return Optional.empty();
  }

  private void askForLogin(RoutingContext request) {
    if (forPrograms(request)) {
      Challenges.offered(request.response(), credentials);
      refuse(request, 401, "Log in, or send a name and a password, or a bearer token.");
      return;
    }
    String back = SAFE.contains(request.request().method()) ? request.request().uri() : "/users";
    request
        .response()
        .setStatusCode(303)
        .putHeader("Location", "/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8))
        .end();
  }

  private static void refuse(RoutingContext request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain;charset=utf-8")
        .end(why + "\n");
  }
}
