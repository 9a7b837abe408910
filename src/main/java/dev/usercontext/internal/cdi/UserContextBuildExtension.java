package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.OpenTelemetryApi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.spi.DeploymentException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Registers everything on CDI Lite (Quarkus), at build time: the same beans as {@link
 * UserContextExtension}, and {@link ApplicationStart}, which does at start what cannot be done
 * earlier.
 */
@SkipIfPortableExtensionPresent(UserContextExtension.class)
public class UserContextBuildExtension implements BuildCompatibleExtension {

  private static final String INTERNAL = "dev.usercontext.internal.";

  private boolean applicationHasUserContext;

  /** By name: a class of ours that is loaded here would be another one than that at run time. */
  @Discovery
  public void registerBeans(ScannedClasses classes) {
    if (!OpenTelemetryApi.isPresent()) {
      // An error for later would never be told: the next phase needs a class that cannot be linked.
      throw new DeploymentException(OpenTelemetryApi.missing());
    }
    classes.add(INTERNAL + "current.RequestUserBean");
    classes.add(INTERNAL + "config.ApplicationConfig");
    classes.add(INTERNAL + "attributed.EarlyUserAttributedInterceptor");
    classes.add(INTERNAL + "attributed.MethodSpanInterceptor");
    classes.add(INTERNAL + "cdi.ApplicationStart");
    if (ClassPresence.isPresent("io.quarkus.vertx.http.runtime.filters.Filters")) {
      classes.add(
          INTERNAL + (isLazy() ? "quarkus.AuthenticationListener" : "quarkus.AuthenticatedRoute"));
      if (ClassPresence.isPresent(CurrentUser.WEB_SOCKETS)) {
        classes.add(INTERNAL + "quarkus.WebSocketHandshake");
      }
    }
  }

  /** Quarkus fixes it when it builds, as it does the beans. */
  private static boolean isLazy() {
    return !ConfigProvider.getConfig()
        .getOptionalValue("quarkus.http.auth.proactive", Boolean.class)
        .orElse(true);
  }

  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {UserAttributed.class, UserId.class, UserEmail.class, UserAttr.class})
  public void validate(ClassConfig type, Messages messages) {
    String name = type.info().name();
    if (name.startsWith(INTERNAL)) {
      return;
    }
    try {
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      BeanRules.problemsOf(Class.forName(name, false, application)).forEach(messages::error);
    } catch (ClassNotFoundException e) {
      messages.error(e);
    }
  }

  @Registration(types = UserContext.class)
  public void noticeUserContext(BeanInfo bean) {
    applicationHasUserContext |=
        bean.qualifiers().stream().anyMatch(q -> q.name().equals(Default.class.getName()));
  }

  @Synthesis
  public void registerUserContext(SyntheticComponents components) {
    if (!applicationHasUserContext) {
      components
          .addBean(UserContext.class)
          .type(UserContext.class)
          .scope(RequestScoped.class)
          .createWith(InjectedUserCreator.class);
    }
  }
}
