package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.cdi.BeanClass.BeanMethod;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a class as the portable extensions of CDI Full see it. */
final class ReflectedBeanClass {

  private ReflectedBeanClass() {}

  static BeanClass of(AnnotatedType<?> type) {
    Class<?> javaClass = type.getJavaClass();
    List<BeanMethod> methods = new ArrayList<>();
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (method.getJavaMember().getDeclaringClass() == javaClass) {
        methods.add(method(method));
      }
    }
    return new BeanClass(
        javaClass.getName(),
        Modifier.isFinal(javaClass.getModifiers()),
        Modifier.isAbstract(javaClass.getModifiers()),
        isBound(type),
        attrs(type),
        methods);
  }

  private static BeanMethod method(AnnotatedMethod<?> method) {
    List<String> marks = new ArrayList<>();
    boolean unnamed = false;
    for (AnnotatedParameter<?> parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(UserId.class)) {
        marks.add(UserId.class.getSimpleName());
      }
      if (parameter.isAnnotationPresent(UserEmail.class)) {
        marks.add(UserEmail.class.getSimpleName());
      }
      UserAttr attr = parameter.getAnnotation(UserAttr.class);
      if (attr != null) {
        marks.add(UserAttr.class.getSimpleName());
        unnamed |= attr.value().isBlank();
      }
    }
    return new BeanMethod(
        method.getJavaMember().getName(),
        obstacle(method.getJavaMember().getModifiers()),
        isBound(method),
        attrs(method),
        marks,
        unnamed);
  }

  static String obstacle(int modifiers) {
    if (Modifier.isStatic(modifiers)) {
      return "static";
    }
    if (Modifier.isPrivate(modifiers)) {
      return "private";
    }
    return Modifier.isFinal(modifiers) ? "final" : "";
  }

  private static boolean isBound(Annotated annotated) {
    return annotated.isAnnotationPresent(UserAttributed.class)
        || annotated.getAnnotations().stream()
            .anyMatch(a -> a.annotationType().isAnnotationPresent(UserAttributed.class));
  }

  private static List<String> attrs(Annotated annotated) {
    @Nullable UserAttributed binding = annotated.getAnnotation(UserAttributed.class);
    return binding == null ? List.of() : Arrays.asList(binding.attrs());
  }
}
