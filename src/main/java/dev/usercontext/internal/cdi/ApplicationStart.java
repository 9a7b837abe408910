package dev.usercontext.internal.cdi;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.current.RequestUserBean;
import dev.usercontext.internal.log.MdcSwitch;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The start of an application on CDI Lite, where configuration is not known at build time. It also
 * keeps the beans that are found by look-up only: ArC removes what has no injection point.
 */
@Singleton
public class ApplicationStart {

  @Inject
  @SuppressWarnings("UnusedVariable") // that they are injected is all there is to it
  public ApplicationStart(
      Instance<RequestUserBean> requestUser, @Any Instance<UserContextResolver> resolvers) {}

  void validateConfig(@Observes Startup event) {
    try {
      UserContextConfig config = UserContextConfig.load();
      StartReport.log(config);
      MdcSwitch.set(config);
    } catch (InvalidConfigException e) {
      throw new DeploymentException(String.valueOf(e.getMessage()), e);
    }
  }
}
