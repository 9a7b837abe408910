package dev.usercontext.internal.cdi;

import dev.usercontext.UserContext;
import dev.usercontext.internal.current.InjectedUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;

/** Adds the injected user on CDI Full. */
final class InjectedUserBean {

  private InjectedUserBean() {}

  static void add(AfterBeanDiscovery event) {
    event
        .<UserContext>addBean()
        .types(UserContext.class, Object.class)
        .scope(RequestScoped.class)
        .createWith(context -> new InjectedUser());
  }
}
