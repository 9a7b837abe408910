package dev.usercontext.internal.cdi;

import dev.usercontext.internal.attributed.CarriedAlong;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/** Has every method with {@code @Asynchronous} of Jakarta Concurrency take user and trace along. */
final class AsynchronousMethods {

  private static final String ASYNCHRONOUS = "jakarta.enterprise.concurrent.Asynchronous";

  private AsynchronousMethods() {}

  static void carryAlong(ProcessAnnotatedType<?> event) {
    if (isAsynchronous(event.getAnnotatedType())) {
      event.configureAnnotatedType().add(CarriedAlong.Literal.INSTANCE);
    } else if (event.getAnnotatedType().getMethods().stream()
        .anyMatch(AsynchronousMethods::isAsynchronous)) {
      event
          .configureAnnotatedType()
          .filterMethods(AsynchronousMethods::isAsynchronous)
          .forEach(method -> method.add(CarriedAlong.Literal.INSTANCE));
    }
  }

  private static boolean isAsynchronous(Annotated annotated) {
    return annotated.getAnnotations().stream()
        .anyMatch(annotation -> annotation.annotationType().getName().equals(ASYNCHRONOUS));
  }
}
