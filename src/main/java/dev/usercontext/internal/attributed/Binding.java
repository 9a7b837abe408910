package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds the binding of a method or class: its own, or that of a stereotype. */
public final class Binding {

  private Binding() {}

  /** What holds for a call of the method on a bean of this class. */
  static @Nullable UserAttributed of(Method method, Class<?> beanClass) {
    UserAttributed ofMethod = of(method);
    return ofMethod != null ? ofMethod : of(beanClass);
  }

  public static @Nullable UserAttributed of(AnnotatedElement element) {
    UserAttributed own = element.getAnnotation(UserAttributed.class);
    if (own != null) {
      return own;
    }
    for (Annotation annotation : element.getAnnotations()) {
      UserAttributed indirect = annotation.annotationType().getAnnotation(UserAttributed.class);
      if (indirect != null) {
        return indirect;
      }
    }
    return null;
  }
}
