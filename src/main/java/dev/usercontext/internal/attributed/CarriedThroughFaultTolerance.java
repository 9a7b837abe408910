package dev.usercontext.internal.attributed;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * For calls that MicroProfile Fault Tolerance takes to another thread, perhaps several times.
 * Methods with its {@code @Asynchronous} get it by themselves.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface CarriedThroughFaultTolerance {

  /** The one instance, since it has no members. */
  final class Literal extends AnnotationLiteral<CarriedThroughFaultTolerance>
      implements CarriedThroughFaultTolerance {
    private static final long serialVersionUID = 1L;

    public static final Literal INSTANCE = new Literal();
  }
}
