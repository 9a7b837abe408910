package dev.usercontext.races;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows the email of everybody, and how often it was asked. */
final class Directory implements UserContextResolver {

  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    asked.incrementAndGet();
    return identity.principal().map(Principal::getName).map(Directory::describe);
  }

  int timesAsked() {
    return asked.get();
  }

  static String emailOf(String id) {
    return id + "@example.com";
  }

  private static UserContext describe(String id) {
    return UserContext.builder(id).email(emailOf(id)).build();
  }
}
