package dev.usercontext.benchmarks;

import dev.usercontext.internal.cdi.UserContextExtension;
import dev.usercontext.internal.current.ActiveRequest;
import dev.usercontext.internal.request.RequestUser;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import java.util.ServiceLoader;

/** A CDI container, with an active request scope on this thread if that is asked for. */
final class Container implements AutoCloseable {

  static {
    // As servers do. Otherwise the API looks for it at each call, by a stream that costs 144 bytes.
    CDIProvider found = ServiceLoader.load(CDIProvider.class).findFirst().orElseThrow();
    CDI.setCDIProvider(found);
  }

  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addExtensions(UserContextExtension.class)
          .addBeanClasses(RequestBean.class)
          .initialize();

  private final RequestContextController request =
      container.select(RequestContextController.class).get();

  void activateRequest() {
    request.activate();
  }

  void activateRequest(RequestUser user) {
    request.activate();
    ActiveRequest.put(user);
  }

  @Override
  public void close() {
    // With its scopes.
    container.close();
  }
}
