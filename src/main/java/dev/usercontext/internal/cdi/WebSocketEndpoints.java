package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttributed;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Attributes the callbacks of Jakarta WebSocket endpoints that take the session, and so know who
 * opened it.
 */
final class WebSocketEndpoints {

  private static final String PACKAGE = "jakarta.websocket.";
  private static final int NOT_INTERCEPTABLE = Modifier.FINAL | Modifier.STATIC | Modifier.PRIVATE;

  private WebSocketEndpoints() {}

  static void attribute(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    boolean isEndpoint =
        type.getAnnotations().stream()
            .anyMatch(a -> a.annotationType().getName().equals(PACKAGE + "server.ServerEndpoint"));
    if (isEndpoint && !Modifier.isFinal(type.getJavaClass().getModifiers())) {
      event
          .configureAnnotatedType()
          .filterMethods(WebSocketEndpoints::takesSession)
          .forEach(method -> method.add(Attributed.INSTANCE));
    }
  }

  private static boolean takesSession(AnnotatedMethod<?> method) {
    return (method.getJavaMember().getModifiers() & NOT_INTERCEPTABLE) == 0
        && !method.isAnnotationPresent(UserAttributed.class)
        && method.getAnnotations().stream()
            .anyMatch(a -> a.annotationType().getName().startsWith(PACKAGE))
        && Arrays.stream(method.getJavaMember().getParameterTypes())
            .anyMatch(parameter -> parameter.getName().equals(PACKAGE + "Session"));
  }

  private static final class Attributed extends AnnotationLiteral<UserAttributed>
      implements UserAttributed {
    private static final long serialVersionUID = 1L;
    private static final Attributed INSTANCE = new Attributed();

    @Override
    public String[] attrs() {
      return new String[0];
    }

    @Override
    public boolean required() {
      return false;
    }
  }
}
