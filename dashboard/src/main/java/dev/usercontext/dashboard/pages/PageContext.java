package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.dashboard.store.SpanFilter;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request for a page: its parameters, and what every page shows. */
@RequestScoped
public class PageContext {
  private static final Set<String> THEMES = Set.of("dark", "light");

  @Inject Templates templates;
  @Inject Filters filters;
  @Inject Names names;
  @Inject Clock clock;
  @Inject RoutingContext request;
  @Inject UriInfo uri;

  private @Nullable Params params;

  Params params() {
    Params known = params;
    if (known == null) {
      known = Params.of(uri.getQueryParameters());
      params = known;
    }
    return known;
  }

  SpanFilter filter() {
    return filters.parse(params());
  }

  /** What those parameters say of it. */
  SpanFilter filter(List<String> names) {
    return filters.parse(params().only(names));
  }

  Access access() {
    return Access.of(request);
  }

  String base() {
    String base = uri.getBaseUri().toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** The name that the browser knows this dashboard by. */
  String host() {
    return uri.getBaseUri().getHost();
  }

  boolean api() {
    return request.normalizedPath().startsWith("/api/");
  }

  /** The data of a page, to which each adds its own. */
  Map<String, Object> data(String title, String path) {
    Access access = access();
    Map<String, Object> data = new HashMap<>();
    data.put(
        "page",
        new Page(
            title,
            path,
            params(),
            Option.of(params().get("service"), names.services()),
            Option.of(params().get("env"), names.environments()),
            theme(),
            access.mayErase(),
            access.session() != null));
    data.put("fmt", new Format(clock));
    data.put("params0", Params.none());
    return data;
  }

  /** Likewise, of a page that asks neither the store nor its own parameters. */
  Map<String, Object> failed(String title) {
    Map<String, Object> data = new HashMap<>();
    data.put(
        "page", new Page(title, "", Params.none(), List.of(), List.of(), theme(), false, false));
    data.put("fmt", new Format(clock));
    return data;
  }

  Response render(String template, Map<String, Object> data) {
    return render(200, template, data);
  }

  Response render(int status, String template, Map<String, Object> data) {
    return Response.status(status)
        .type("text/html;charset=utf-8")
        .entity(templates.render(template, data))
        .build();
  }

  String theme() {
    Cookie cookie = request.request().getCookie("theme");
    return theme(cookie == null ? "" : cookie.getValue());
  }

  static String theme(String text) {
    return THEMES.contains(text) ? text : "";
  }
}
