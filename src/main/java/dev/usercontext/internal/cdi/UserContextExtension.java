package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.attributed.AsynchronousCallInterceptor;
import dev.usercontext.internal.attributed.AsynchronousCallerInterceptor;
import dev.usercontext.internal.attributed.FaultToleranceCallInterceptor;
import dev.usercontext.internal.attributed.FaultToleranceCallerInterceptor;
import dev.usercontext.internal.attributed.MethodSpanInterceptor;
import dev.usercontext.internal.attributed.UserAttributedInterceptor;
import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.current.RequestUserBean;
import dev.usercontext.internal.current.VisibleBeans;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.OpenTelemetryApi;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.log.MdcSwitch;
import dev.usercontext.internal.servlet.LoginAwareInjectedRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.InterceptorBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers everything on CDI Full (Open Liberty, WildFly). It adds these beans:
 *
 * <ul>
 *   <li>{@link UserContext}, request-scoped, unless the application has one of its own
 *   <li>{@link RequestUserBean}, request-scoped, {@link ApplicationConfig} and {@link
 *       VisibleBeans}: internal
 *   <li>the interceptors of {@link UserAttributed}, and those of {@code @Asynchronous} methods
 *   <li>{@link LoginAwareInjectedRequest}, where there are servlets
 * </ul>
 *
 * <p>META-INF/beans.xml says that there is nothing to discover: with "annotated", Weld would find
 * the same classes a second time (WELD-001409). The file itself makes Quarkus look into the jar.
 *
 * <p>On CDI Lite (Quarkus) {@link UserContextBuildExtension} does the same. This class has to load
 * where OpenTelemetry is missing, to say so: no signature has a type of ours that extends one of
 * its, and no expression makes the verifier compare two.
 */
public class UserContextExtension implements Extension {

  /** Where the container is Weld, which decorates its own bean of the request. */
  private static final boolean DECORATES_REQUEST =
      ServerRuntime.detect().isJakartaEe()
          && ClassPresence.isPresent("jakarta.servlet.http.HttpServletRequest");

  private final List<String> problems = new ArrayList<>();
  private boolean applicationHasUserContext;

  void registerBeans(@Observes BeforeBeanDiscovery event) {
    if (!OpenTelemetryApi.isPresent()) {
      throw new DeploymentException(OpenTelemetryApi.missing());
    }
    List.of(
            RequestUserBean.class,
            ApplicationConfig.class,
            VisibleBeans.class,
            UserAttributedInterceptor.class,
            AsynchronousCallerInterceptor.class,
            AsynchronousCallInterceptor.class,
            FaultToleranceCallerInterceptor.class,
            FaultToleranceCallInterceptor.class,
            MethodSpanInterceptor.class)
        .forEach(type -> event.addAnnotatedType(type, type.getName()));
    if (DECORATES_REQUEST) {
      event.addAnnotatedType(
          LoginAwareInjectedRequest.class, LoginAwareInjectedRequest.class.getName());
    }
  }

  void validate(
      @Observes
          @WithAnnotations({UserAttributed.class, UserId.class, UserEmail.class, UserAttr.class})
          ProcessAnnotatedType<?> event) {
    Class<?> type = event.getAnnotatedType().getJavaClass();
    if (!type.getPackageName().equals(UserAttributedInterceptor.class.getPackageName())) {
      problems.addAll(BeanRules.problemsOf(type));
    }
  }

  /** Not by the annotation itself, which is of an optional API. */
  void carryAlong(
      @Observes @WithAnnotations(InterceptorBinding.class) ProcessAnnotatedType<?> event) {
    AsynchronousMethods.carryAlong(event);
  }

  /** Not by the annotation itself either, which has nothing to do with CDI. */
  void attributeWebSockets(@Observes ProcessAnnotatedType<?> event) {
    WebSocketEndpoints.attribute(event);
  }

  void noticeUserContext(@Observes ProcessBean<?> event) {
    applicationHasUserContext |=
        event.getBean().getTypes().contains(UserContext.class)
            && event.getBean().getQualifiers().contains(Default.Literal.INSTANCE);
  }

  void registerUserContext(@Observes AfterBeanDiscovery event) {
    problems.forEach(problem -> event.addDefinitionError(new DeploymentException(problem)));
    if (!applicationHasUserContext) {
      InjectedUserBean.add(event);
    }
  }

  void validateConfig(@Observes AfterDeploymentValidation event) {
    try {
      UserContextConfig config = UserContextConfig.load();
      StartReport.log(config);
      MdcSwitch.set(config);
    } catch (InvalidConfigException e) {
      e.problems().forEach(problem -> event.addDeploymentProblem(new DeploymentException(problem)));
    }
  }

  void end(@Observes BeforeShutdown event) {
    MdcSwitch.off();
  }
}
