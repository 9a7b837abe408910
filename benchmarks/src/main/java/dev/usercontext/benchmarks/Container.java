package dev.usercontext.benchmarks;

import dev.usercontext.internal.cdi.UserContextExtension;
import dev.usercontext.internal.current.ActiveRequest;
import dev.usercontext.internal.request.RequestUser;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.CDI;

/** A CDI container, with an active request scope on this thread if that is asked for. */
final class Container implements AutoCloseable {

  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addExtensions(UserContextExtension.class)
          .addBeanClasses(RequestBean.class)
          .initialize();

  private final RequestContextController request =
      container.select(RequestContextController.class).get();

  /** As servers do: the provider of Weld SE makes a list of its containers at each call. */
  Container() {
    CDI<Object> cdi = CDI.current();
    CDI.setCDIProvider(() -> cdi);
  }

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
