package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds the binding of a method: its own, that of its class, or that of a stereotype. */
final class Binding {

  private Binding() {}

  static @Nullable UserAttributed of(Method method, Class<?> beanClass) {
    UserAttributed own = method.getAnnotation(UserAttributed.class);
    if (own != null) {
      return own;
    }
    UserAttributed ofClass = beanClass.getAnnotation(UserAttributed.class);
    return ofClass != null ? ofClass : ofStereotype(beanClass);
  }

  private static @Nullable UserAttributed ofStereotype(Class<?> beanClass) {
    for (Annotation annotation : beanClass.getAnnotations()) {
      UserAttributed indirect = annotation.annotationType().getAnnotation(UserAttributed.class);
      if (indirect != null) {
        return indirect;
      }
    }
    return null;
  }
}
