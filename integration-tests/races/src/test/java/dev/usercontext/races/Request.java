package dev.usercontext.races;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.security.Principal;
import java.util.List;

/** A request, its container and its spans. */
final class Request {

  private static final AttributeRenderer RENDERER =
      new AttributeRenderer(List.of(Vocabulary.FLAT), "user_attrs.");

  final Directory directory = new Directory();
  private final Container container = new Container();
  private final RequestUser user;

  private Request(String caller, boolean resolved) {
    container.caller = named(caller);
    user =
        new RequestUser(container, new UserResolution(resolved ? List.of(directory) : List.of()));
    user.enter();
    user.willBeTold();
  }

  /** One that is told of each login, and whose user nobody has asked for yet. */
  static Request of(String caller) {
    return new Request(caller, true);
  }

  /** The same for an application that has no resolver: nobody has an email. */
  static Request withoutResolverOf(String caller) {
    return new Request(caller, false);
  }

  /** The calling thread serves the request and logs somebody in. */
  void login(String name) {
    user.enter();
    container.caller = named(name);
    user.loginChanged();
  }

  /** A thread asks the container whether somebody logged in. */
  void lookAgain() {
    user.lookAgain();
  }

  void logout() {
    user.enter();
    container.caller = null;
    user.loggedOut();
  }

  /** Quarkus has authenticated somebody, on whatever thread. */
  void authenticated(String name) {
    Container other = new Container();
    other.caller = named(name);
    user.lookInto(other);
  }

  /** Starts a span as the processor of the library does. */
  StubSpan start() {
    StubSpan span = new StubSpan();
    UserValue known = user.userFor(span, RENDERER);
    if (known != null) {
      known.attributes(RENDERER).writeTo(span);
    }
    return span;
  }

  /** Starts a span, ends it and returns its user. */
  String leaf() {
    StubSpan span = start();
    span.end();
    return span.user();
  }

  private static Principal named(String name) {
    return name == null ? null : () -> name;
  }

  private static final class Container implements IdentitySource {

    private volatile Principal caller;

    @Override
    public Principal principal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }
  }
}
