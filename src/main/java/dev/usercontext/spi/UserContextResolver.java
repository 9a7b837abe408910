package dev.usercontext.spi;

import dev.usercontext.UserContext;
import java.util.Optional;

/**
 * Turns the identity of a request into a {@link UserContext}. An application provides it as a CDI
 * bean of any scope; without one, the id of the user is the name of the principal.
 *
 * <p>Of several resolvers the one with the highest {@link jakarta.annotation.Priority @Priority} is
 * asked first (0 where there is none), and the first non-empty answer counts; if all are empty, the
 * built-in one decides. A resolver is asked once for each request in which a span is recorded or
 * the user is asked for, and again after a login or logout in mid-request. It is asked for
 * unauthenticated requests too, so that an application with a login of its own can answer from its
 * session.
 *
 * <p>It delays the request, and several threads may call it at once. It runs on the thread of the
 * request; on Quarkus REST, for a resource on the event loop, on a worker with the request scope. A
 * thread that is not of the request asks without it: {@link Identity#unwrap} then knows the
 * principal only. Spans that it starts itself have no user. If it throws, the request has no user,
 * which is logged once for each resolver and class of exception (UC0401); the answer of the request
 * is not affected.
 */
@FunctionalInterface
public interface UserContextResolver {

  /**
   * Returns the user of this identity, or empty to leave the decision to the next resolver.
   *
   * @param identity whom the container authenticated; valid during this call only
   */
  Optional<UserContext> resolve(Identity identity);
}
