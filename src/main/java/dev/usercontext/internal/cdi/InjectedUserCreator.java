package dev.usercontext.internal.cdi;

import dev.usercontext.UserContext;
import dev.usercontext.internal.current.InjectedUser;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Creates the injected user on CDI Lite. */
public class InjectedUserCreator implements SyntheticBeanCreator<UserContext> {

  @Override
  public UserContext create(Instance<Object> lookup, Parameters parameters) {
    return new InjectedUser();
  }
}
