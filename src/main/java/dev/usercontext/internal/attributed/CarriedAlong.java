package dev.usercontext.internal.attributed;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** For calls that go on another thread. Methods with {@code @Asynchronous} get it by themselves. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface CarriedAlong {

  /** The one instance, since it has no members. */
  final class Literal extends AnnotationLiteral<CarriedAlong> implements CarriedAlong {
    private static final long serialVersionUID = 1L;

    public static final Literal INSTANCE = new Literal();
  }
}
