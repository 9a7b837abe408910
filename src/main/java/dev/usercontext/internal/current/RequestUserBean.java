package dev.usercontext.internal.current;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.request.RequestUser;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Ties the user of a request to the CDI request scope, which is there where the context is lost. A
 * filter puts the user in; where none ran (Open Liberty, jar in EAR/lib) the first question finds
 * it through CDI's own HttpServletRequest.
 */
@RequestScoped
public class RequestUserBean {

  @Inject ApplicationConfig config;

  private @Nullable RequestUser user;

  public synchronized void set(RequestUser user) {
    this.user = user;
  }

  public synchronized @Nullable RequestUser user() {
    if (user == null && config.isEnabled()) {
      user = ServletRequestLookup.find(config::values);
    }
    return user;
  }

  @PreDestroy
  synchronized void end() {
    if (user != null) {
      user.end();
    }
  }
}
