package dev.usercontext.dashboard.security;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as the browser says it; a page can't set these headers. */
public final class RequestOrigin {
  private RequestOrigin() {}

  /** Whether it comes from a page of ours, or from no page at all. */
  static boolean ours(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    int scheme = origin.indexOf("://");
    return scheme > 0 && origin.substring(scheme + 3).equals(request.getHeader("Host"));
  }

  /** Whether the browser knows us by a name that only this machine can mean. */
  public static boolean local(@Nullable String host, Set<String> names) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return names.contains(name)
        || name.equals("::1")
        || name.equals("[::1]")
        || name.matches("127(\\.[0-9]{1,3}){3}");
  }
}
