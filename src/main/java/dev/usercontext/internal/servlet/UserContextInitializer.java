package dev.usercontext.internal.servlet;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.OpenTelemetryApi;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filters in code: the only form that runs also with a metadata-complete web.xml and
 * with the jar in EAR/lib (Jakarta Servlet 6.0, 8.2.4). A filter that is already registered under
 * the name of ours is left as it is, so that nothing runs twice. META-INF/web-fragment.xml only
 * gives the fragment a name, for applications that order theirs, puts it first, and spares the
 * server the search for annotations.
 */
public final class UserContextInitializer implements ServletContainerInitializer {

  private static final String FILTER = "dev.usercontext";
  private static final String SERVER_SPAN_FILTER = "dev.usercontext.server-span";

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    // The CDI extension says so first, unless this application has no CDI.
    if (!OpenTelemetryApi.isPresent()) {
      throw new ServletException(OpenTelemetryApi.missing());
    }
    try {
      UserContextConfig config = UserContextConfig.load();
      if (config.enabled()) {
        add(context, FILTER, new UserContextFilter(config), false);
        add(context, SERVER_SPAN_FILTER, new ServerSpanFilter(config.renderer()), true);
      }
    } catch (InvalidConfigException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  private static void add(ServletContext context, String name, Filter filter, boolean last) {
    if (context.getFilterRegistration(name) != null) {
      return;
    }
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    if (registration == null) {
      return;
    }
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), last, "/*");
  }
}
