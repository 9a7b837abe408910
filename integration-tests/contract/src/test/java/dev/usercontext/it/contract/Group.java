package dev.usercontext.it.contract;

/** What rows have in common: a line of the short table of what works where. */
public enum Group {
  RESOURCE("JAX-RS resource, `@WithSpan`, `Tracer`"),
  SERVLET("servlet, redispatched servlet, error page"),
  FILE("static file"),
  WEB_SOCKET("WebSocket"),
  EJB("EJB, called synchronously"),
  CLIENT("JAX-RS client, REST Client"),
  ASYNC_CLIENT("the same with `async()`, `rx()`, CompletionStage, Uni"),
  FAILURE("500, 409, 404, 403"),
  REFUSED("401"),
  LOGIN("login and logout in mid-request"),
  API("scopes, `@UserAttributed`, `@Inject UserContext`"),
  MANAGED("Jakarta Concurrency: executors, threads, contextual tasks"),
  ASYNCHRONOUS("`@Asynchronous`"),
  EVENT("asynchronous events of CDI"),
  CONTEXT_PROPAGATION("MicroProfile Context Propagation, Quarkus's executors"),
  RESULT("JAX-RS: CompletionStage, AsyncResponse, server-sent events, StreamingOutput"),
  REACTIVE("Uni, Multi"),
  AFTERWARDS("managed task that goes on after the response"),
  ASYNC_SERVLET("asynchronous servlet, its listeners, non-blocking I/O"),
  SCOPED_TASK("managed tasks and scopes"),
  STARTED("messages, event bus, EJB `@Asynchronous`, batch, timers"),
  WRAPPED_THREAD("thread that nobody manages, with `wrap`"),
  BARE_THREAD("thread that nobody manages, without");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  static Group of(Entry entry) {
    return switch (entry) {
      case JAX_RS -> RESOURCE;
      case SERVLET -> SERVLET;
      case FILE -> FILE;
      case WEB_SOCKET -> WEB_SOCKET;
      case CONTAINER -> REFUSED;
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
