package dev.usercontext.internal.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.cdi.BeanClass.BeanMethod;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import java.util.ArrayList;
import java.util.List;

/** Reads a class as the build compatible extensions of CDI Lite see it, without loading it. */
final class ModelledBeanClass {

  private ModelledBeanClass() {}

  static BeanClass of(ClassInfo type) {
    List<BeanMethod> methods = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      if (method.declaringClass().name().equals(type.name())) {
        methods.add(method(method));
      }
    }
    return new BeanClass(
        type.name(), type.isFinal(), type.isAbstract(), isBound(type), attrs(type), methods);
  }

  private static BeanMethod method(MethodInfo method) {
    List<String> marks = new ArrayList<>();
    boolean unnamed = false;
    for (ParameterInfo parameter : method.parameters()) {
      if (parameter.hasAnnotation(UserId.class)) {
        marks.add(UserId.class.getSimpleName());
      }
      if (parameter.hasAnnotation(UserEmail.class)) {
        marks.add(UserEmail.class.getSimpleName());
      }
      AnnotationInfo attr = parameter.annotation(UserAttr.class);
      if (attr != null) {
        marks.add(UserAttr.class.getSimpleName());
        unnamed |= !attr.hasValue() || attr.value().asString().isBlank();
      }
    }
    return new BeanMethod(
        method.name(),
        ReflectedBeanClass.obstacle(method.modifiers()),
        isBound(method),
        attrs(method),
        marks,
        unnamed);
  }

  private static boolean isBound(AnnotationTarget target) {
    return target.hasAnnotation(UserAttributed.class)
        || target.hasAnnotation(a -> a.declaration().hasAnnotation(UserAttributed.class));
  }

  private static List<String> attrs(AnnotationTarget target) {
    AnnotationInfo binding = target.annotation(UserAttributed.class);
    AnnotationMember attrs = binding == null ? null : binding.member("attrs");
    return attrs == null
        ? List.of()
        : attrs.asArray().stream().map(AnnotationMember::asString).toList();
  }
}
