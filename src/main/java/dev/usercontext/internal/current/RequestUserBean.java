package dev.usercontext.internal.current;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.request.RequestUser;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Ties the user of a request to the CDI request scope, which is there where the context is lost. A
 * filter puts the user in; where none ran (Open Liberty, jar in EAR/lib) the first question finds
 * it through CDI's own HttpServletRequest.
 */
@RequestScoped
public class RequestUserBean {

  private @Nullable RequestUser user;

  public synchronized void set(RequestUser user) {
    this.user = user;
  }

  public synchronized @Nullable RequestUser user() {
    if (user == null) {
      user = findByServlet();
    }
    return user;
  }

  /** Not with a configuration that is injected: each request makes such a bean, few ask here. */
  private static @Nullable RequestUser findByServlet() {
    ApplicationConfig config = KnownContainer.current().config();
    return config.isEnabled() ? ServletRequestLookup.find(config::values) : null;
  }

  @PreDestroy
  synchronized void end() {
    if (user != null) {
      user.end();
    }
  }
}
