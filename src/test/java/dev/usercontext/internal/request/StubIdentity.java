package dev.usercontext.internal.request;

import java.security.Principal;
import java.util.concurrent.atomic.AtomicInteger;

/** A container in which the test logs somebody in and out, and which counts who asks it. */
final class StubIdentity implements IdentitySource {

  private final AtomicInteger questions = new AtomicInteger();
  private volatile Principal principal;
  private volatile RuntimeException failure;

  static StubIdentity of(String name) {
    StubIdentity identity = new StubIdentity();
    identity.login(name);
    return identity;
  }

  static StubIdentity ofNobody() {
    return new StubIdentity();
  }

  void login(String name) {
    login(() -> name);
  }

  void login(Principal caller) {
    principal = caller;
  }

  void logout() {
    principal = null;
  }

  void failWith(RuntimeException failure) {
    this.failure = failure;
  }

  int questions() {
    return questions.get();
  }

  @Override
  public Principal principal() {
    questions.incrementAndGet();
    if (failure != null) {
      throw failure;
    }
    return principal;
  }

  @Override
  public boolean isUserInRole(String role) {
    questions.incrementAndGet();
    return role.equals("admin");
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    questions.incrementAndGet();
    return type.isInstance(this) ? type.cast(this) : null;
  }
}
