package dev.usercontext.internal.current;

import dev.usercontext.internal.request.RequestUser;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/** Finds the user of the active CDI request scope, where the context has lost the request. */
final class ActiveRequest {

  private ActiveRequest() {}

  static @Nullable RequestUser find() {
    try {
      CDI<Object> cdi = CDI.current();
      if (!RequestScopeProbe.mayBeActive(cdi)) {
        return null;
      }
      return cdi.select(RequestUserBean.class).get().user();
    } catch (ContextNotActiveException e) {
      return null;
    } catch (RuntimeException | LinkageError e) {
      // No container here, or one that is starting or stopping: then there is no request either.
      return null;
    }
  }
}
