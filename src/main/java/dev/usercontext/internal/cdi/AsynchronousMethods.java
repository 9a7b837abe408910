package dev.usercontext.internal.cdi;

import dev.usercontext.internal.attributed.CarriedAlong;
import dev.usercontext.internal.attributed.CarriedThroughFaultTolerance;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.function.Predicate;

/** Has every method with an {@code @Asynchronous} take user and trace along. */
final class AsynchronousMethods {

  private static final Map<String, Annotation> BINDINGS =
      Map.of(
          "jakarta.enterprise.concurrent.Asynchronous",
          CarriedAlong.Literal.INSTANCE,
          "org.eclipse.microprofile.faulttolerance.Asynchronous",
          CarriedThroughFaultTolerance.Literal.INSTANCE);

  private AsynchronousMethods() {}

  static void carryAlong(ProcessAnnotatedType<?> event) {
    BINDINGS.forEach((asynchronous, binding) -> carryAlong(event, asynchronous, binding));
  }

  private static void carryAlong(
      ProcessAnnotatedType<?> event, String asynchronous, Annotation binding) {
    Predicate<Annotated> isAsynchronous =
        annotated ->
            annotated.getAnnotations().stream()
                .anyMatch(annotation -> annotation.annotationType().getName().equals(asynchronous));
    if (isAsynchronous.test(event.getAnnotatedType())) {
      event.configureAnnotatedType().add(binding);
    } else if (event.getAnnotatedType().getMethods().stream().anyMatch(isAsynchronous)) {
      event
          .configureAnnotatedType()
          .filterMethods(isAsynchronous::test)
          .forEach(method -> method.add(binding));
    }
  }
}
