package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds the binding of a method or class: its own, or that of a stereotype or another binding. */
public final class Binding {

  private Binding() {}

  /** What holds for a call of the method on a bean of this class. */
  static @Nullable UserAttributed of(Method method, Class<?> beanClass) {
    UserAttributed found = of(method);
    // Weld and ArC make a subclass of the bean class, which does not inherit its stereotypes.
    for (Class<?> type = beanClass; found == null && type != null; type = type.getSuperclass()) {
      found = of(type);
    }
    return found;
  }

  public static @Nullable UserAttributed of(AnnotatedElement element) {
    UserAttributed found = element.getAnnotation(UserAttributed.class);
    for (Annotation annotation : element.getAnnotations()) {
      Class<?> type = annotation.annotationType();
      if (found == null
          && (type.isAnnotationPresent(Stereotype.class)
              || type.isAnnotationPresent(InterceptorBinding.class))) {
        found = of(type);
      }
    }
    return found;
  }
}
