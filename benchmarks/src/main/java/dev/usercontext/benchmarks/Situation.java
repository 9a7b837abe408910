package dev.usercontext.benchmarks;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is current on a thread while its spans start, with an open span of its own as parent. */
final class Situation implements AutoCloseable {

  private final Telemetry telemetry;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Null for ways that need none. */
  private Container container;

  private Situation(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  static Situation of(Way way, Telemetry telemetry) {
    Situation situation = new Situation(telemetry);
    situation.open(way);
    return situation;
  }

  private void open(Way way) {
    if (way.needsContainer()) {
      container = new Container();
      open.push(container);
    }
    switch (way) {
      case NOBODY -> request(Login.requestOfNobody(), true);
      case REQUEST, REQUEST_FLAT, PSEUDONYM -> request(Login.requestOfAda(), true);
      case REQUEST_ASKED -> request(Login.requestOfAda(), false);
      case SCOPE, SCOPE_FLAT -> {
        scopes(1);
        span();
      }
      case SCOPES_5 -> {
        span();
        scopes(5);
      }
      case SCOPES_20 -> {
        span();
        scopes(20);
      }
      case SCOPE_IN_REQUEST -> {
        request(Login.requestOf(() -> "bob"), true);
        scopes(1);
        span();
      }
      case INHERITED -> {
        Span parent = Caller.USER.call(() -> telemetry.tracer().spanBuilder("parent").startSpan());
        open.push(parent::end);
        attach(Context.root().with(parent));
      }
      case PROCESS_USER -> {
        UserContext.setProcessUser(Caller.USER);
        open.push(UserContext::clearProcessUser);
        attach(Context.current().with(Carried.KEY, Carried.NOBODY));
        span();
      }
      case REQUEST_SCOPE -> {
        container.activateRequest(told(Login.requestOfAda()));
        span();
      }
      case CDI_PROXY -> {
        container.activateRequest();
        span();
      }
      case BAGGAGE -> {
        attach(
            Baggage.builder()
                .put("user_id", "u-42")
                .put("user_email", "ada@example.com")
                .put("user_attrs.plan", "pro")
                .build()
                .storeInContext(Context.current()));
        span();
      }
      default -> span();
    }
  }

  private void request(RequestUser user, boolean told) {
    attach(Context.current().with(Carried.KEY, told ? told(user) : user));
    span();
  }

  private static RequestUser told(RequestUser user) {
    user.willBeTold();
    return user;
  }

  private void scopes(int depth) {
    for (int i = 0; i < depth; i++) {
      open.push(Caller.USER.makeCurrent());
    }
  }

  private void span() {
    Span parent = telemetry.tracer().spanBuilder("parent").startSpan();
    open.push(parent::end);
    attach(Context.current().with(parent));
  }

  private void attach(Context context) {
    Scope scope = context.makeCurrent();
    open.push(scope);
  }

  @Override
  public void close() {
    try {
      while (!open.isEmpty()) {
        open.pop().close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
