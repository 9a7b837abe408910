package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edge of a span, from the spans above it. What is found never changes when more spans come, so
 * that any dashboard may find it, and several may at once.
 *
 * @param edge null for none
 * @param missing the document that has to come first; null if the edge is final
 */
record Caller(@Nullable Edge edge, @Nullable String missing) {
  private static final int DEPTH = 100;
  private static final Node ANY_USER = new Node(NodeKind.USER, "");
  private static final Caller NONE = new Caller(null, null);

  static Caller of(Known span, Map<String, Known> others) {
    if (span.parent() == null) {
      return from(ANY_USER, span);
    }
    Known above = others.get(span.parent());
    if (above == null) {
      return new Caller(null, span.parent());
    }
    if (span.own() == null) {
      if (above.service().equals(span.service())) {
        return NONE;
      }
      return from(above.own() == null ? service(above) : above.own(), span);
    }
    for (int depth = 0; depth < DEPTH; depth++) {
      if (above.own() != null && !above.own().equals(span.own())) {
        return from(above.own(), span);
      }
      if (above.parent() == null || !above.service().equals(span.service())) {
        return from(service(above), span);
      }
      Known next = others.get(above.parent());
      if (next == null) {
        return new Caller(null, above.parent());
      }
      if (!next.service().equals(span.service())) {
        return from(service(above), span);
      }
      above = next;
    }
    return orphan(span);
  }

  /** Of a span whose callers don't come. */
  static Caller orphan(Known span) {
    return from(span.own() == null ? ANY_USER : service(span), span);
  }

  private static Caller from(Node node, Known span) {
    return new Caller(new Edge(node, span.own() == null ? service(span) : span.own()), null);
  }

  private static Node service(Known span) {
    return new Node(NodeKind.SERVICE, span.service());
  }
}
