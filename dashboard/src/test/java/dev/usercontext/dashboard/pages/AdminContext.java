package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.dashboard.store.SpanStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A request of an admin, without a server. */
final class AdminContext extends PageContext {
  private final Params params;

  AdminContext(SpanStore store, String id) {
    this(store, Map.of("id", List.of(id)));
  }

  AdminContext(SpanStore store, String trace, String span) {
    this(store, Map.of("id", List.of(trace), "span", List.of(span)));
  }

  private AdminContext(SpanStore store, Map<String, List<String>> parameters) {
    params = Params.of(parameters);
    clock = Clock.systemUTC();
    names = new Names(store, clock, "user_attrs.");
    templates = new Templates();
  }

  @Override
  Params params() {
    return params;
  }

  @Override
  Access access() {
    return new Access("admin", Access.Role.ADMIN, null);
  }

  @Override
  String theme() {
    return "";
  }
}
