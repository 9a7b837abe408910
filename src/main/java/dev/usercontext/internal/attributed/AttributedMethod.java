package dev.usercontext.internal.attributed;

import dev.usercontext.NoUserException;
import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.PersonalData;
import dev.usercontext.internal.privacy.Provenance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the annotations of one method say, read once. */
final class AttributedMethod {

  /** By bean class, and released with it: the interceptors are one instance for each bean. */
  private static final ClassValue<Map<Method, AttributedMethod>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<Method, AttributedMethod> computeValue(Class<?> beanClass) {
          return new ConcurrentHashMap<>();
        }
      };

  private final String name;
  private final boolean required;
  private final Map<String, Object> fixedAttrs = new LinkedHashMap<>();
  private final Map<Integer, String> attrNames = new LinkedHashMap<>();
  private int idIndex = -1;
  private int emailIndex = -1;
  private int sessionIndex = -1;

  private AttributedMethod(Method method, Class<?> beanClass) {
    this.name = method.getDeclaringClass().getName() + "." + method.getName();
    UserAttributed binding = Binding.of(method, beanClass);
    this.required = binding != null && binding.required();
    if (binding != null) {
      for (String attr : binding.attrs()) {
        int equals = attr.indexOf('=');
        fixedAttrs.put(attr.substring(0, equals).strip(), attr.substring(equals + 1).strip());
      }
    }
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      readParameter(i, parameters[i]);
    }
  }

  static AttributedMethod of(Method method, Class<?> beanClass) {
    return METHODS.get(beanClass).computeIfAbsent(method, m -> new AttributedMethod(m, beanClass));
  }

  private void readParameter(int index, Parameter parameter) {
    if (WebSocketSession.isType(parameter.getType())) {
      sessionIndex = index;
    }
    for (Annotation annotation : parameter.getAnnotations()) {
      if (annotation instanceof UserId) {
        idIndex = index;
      } else if (annotation instanceof UserEmail) {
        emailIndex = index;
      } else if (annotation instanceof UserAttr attr) {
        attrNames.put(index, attr.value());
      }
    }
  }

  /** Whether a call has a user of its own, instead of the one in effect. */
  boolean changesUser() {
    return idIndex >= 0
        || sessionIndex >= 0
        || emailIndex >= 0
        || !attrNames.isEmpty()
        || !fixedAttrs.isEmpty();
  }

  /** The user of a call; null for nobody. An id that can not be one costs the attribution only. */
  @Nullable UserValue user(@Nullable UserContext inEffect, @Nullable Object[] arguments) {
    try {
      UserContextBuilder builder = builder(inEffect, arguments);
      if (builder == null) {
        return null;
      }
      complete(builder, arguments);
      return builder.build();
    } catch (RuntimeException e) {
      Counter.FAILED.increment();
      String reason =
          PersonalData.isHidden() ? PersonalData.describe(e) : String.valueOf(e.getMessage());
      Log.warnOnce(Message.PARAMETER_UNUSABLE, name, null, name, reason);
      return null;
    }
  }

  NoUserException noUser() {
    return new NoUserException(Message.NO_USER.text(name));
  }

  boolean isRequired() {
    return required;
  }

  private @Nullable UserContextBuilder builder(
      @Nullable UserContext inEffect, @Nullable Object[] arguments) {
    if (idIndex < 0) {
      UserContext user =
          sessionIndex < 0 ? inEffect : WebSocketSession.userOf(arguments[sessionIndex]);
      return user == null ? null : UserValue.of(user).toBuilder();
    }
    String id = text(arguments[idIndex]);
    return id == null ? null : new UserContextBuilder(id, Provenance.PARAMETER);
  }

  private void complete(UserContextBuilder builder, @Nullable Object[] arguments) {
    builder.emailIfAny(emailIndex < 0 ? null : text(arguments[emailIndex]));
    fixedAttrs.forEach(builder::attrIfAny);
    attrNames.forEach((index, attr) -> builder.attrIfAny(attr, typed(arguments[index])));
  }

  private static @Nullable String text(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.isBlank() ? null : text;
  }

  private static @Nullable Object typed(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }
}
