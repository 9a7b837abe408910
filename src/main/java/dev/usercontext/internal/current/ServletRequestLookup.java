package dev.usercontext.internal.current;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.servlet.ServletIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds or starts the user of the servlet request that CDI knows, where there are servlets. */
final class ServletRequestLookup {

  private static final boolean SERVLETS =
      ClassPresence.isPresent("jakarta.servlet.http.HttpServletRequest");

  private ServletRequestLookup() {}

  static @Nullable RequestUser find(Supplier<UserContextConfig> config) {
    return SERVLETS ? Servlets.find(config) : null;
  }

  /** A class of its own, so that it is linked only after {@link #SERVLETS} was asked. */
  private static final class Servlets {
    static @Nullable RequestUser find(Supplier<UserContextConfig> config) {
      Instance<HttpServletRequest> requests = CDI.current().select(HttpServletRequest.class);
      if (!requests.isResolvable()) {
        return null;
      }
      HttpServletRequest request = requests.get();
      RequestUser known = ServletIdentity.userOf(request);
      if (known != null) {
        // Elsewhere, the server may have given the request object to another request.
        return known.isOnThisThread() || known.isOfCaller(request.getUserPrincipal())
            ? known
            : null;
      }
      RequestUser user =
          ServletIdentity.start(request, ResolverLookup.requestResolution(config.get()));
      user.enter();
      return user;
    }
  }
}
