package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.attributed.Binding;
import dev.usercontext.internal.diagnostics.Message;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with how a class uses our annotations. */
final class BeanRules {

  private final Class<?> bean;
  private final List<String> problems = new ArrayList<>();

  private BeanRules(Class<?> bean) {
    this.bean = bean;
  }

  static List<String> problemsOf(Class<?> bean) {
    BeanRules rules = new BeanRules(bean);
    try {
      rules.check();
    } catch (LinkageError e) {
      // A class that lacks one of its types is the container's to judge.
      return List.of();
    }
    return rules.problems;
  }

  private void check() {
    UserAttributed ofClass = Binding.of(bean);
    boolean anyBound = ofClass != null;
    checkAttrs(bean.getName(), ofClass);
    for (Method method : bean.getDeclaredMethods()) {
      if (!method.isSynthetic()) {
        anyBound |= Binding.of(method) != null;
        check(method, ofClass != null, bean.getName() + "." + method.getName());
      }
    }
    if (anyBound && Modifier.isFinal(bean.getModifiers())) {
      problems.add(0, Message.FINAL_CLASS.text(bean.getName()));
    }
  }

  private void check(Method method, boolean classIsBound, String member) {
    UserAttributed own = Binding.of(method);
    String obstacle = obstacle(method.getModifiers());
    if (own != null && obstacle != null) {
      problems.add(Message.NOT_INTERCEPTABLE.text(member, obstacle));
    }
    checkAttrs(member, own);
    checkSingle(method, member, UserId.class);
    checkSingle(method, member, UserEmail.class);
    // A subclass may bring the binding that an abstract class or an interface lacks.
    if (own == null && !classIsBound && !Modifier.isAbstract(bean.getModifiers())) {
      checkUnmarked(method, member);
    }
    for (Parameter parameter : method.getParameters()) {
      UserAttr attr = parameter.getAnnotation(UserAttr.class);
      if (attr != null && attr.value().isBlank()) {
        problems.add(Message.ATTR_WITHOUT_NAME.text(member));
      }
    }
  }

  private void checkSingle(Method method, String member, Class<? extends Annotation> mark) {
    if (count(method, mark) > 1) {
      problems.add(Message.SECOND_PARAMETER.text(member, mark.getSimpleName()));
    }
  }

  private void checkUnmarked(Method method, String member) {
    for (Class<? extends Annotation> mark :
        List.of(UserId.class, UserEmail.class, UserAttr.class)) {
      if (count(method, mark) > 0) {
        problems.add(Message.UNBOUND_PARAMETER.text(member, mark.getSimpleName()));
        return;
      }
    }
  }

  private void checkAttrs(String member, @Nullable UserAttributed binding) {
    if (binding != null) {
      for (String attr : binding.attrs()) {
        if (attr.substring(0, Math.max(0, attr.indexOf('='))).isBlank()) {
          problems.add(Message.MALFORMED_ATTR.text(member, attr));
        }
      }
    }
  }

  private static long count(Method method, Class<? extends Annotation> mark) {
    return Arrays.stream(method.getParameters()).filter(p -> p.isAnnotationPresent(mark)).count();
  }

  private static @Nullable String obstacle(int modifiers) {
    if (Modifier.isStatic(modifiers)) {
      return "static";
    }
    if (Modifier.isPrivate(modifiers)) {
      return "private";
    }
    return Modifier.isFinal(modifiers) ? "final" : null;
  }
}
