package dev.usercontext;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link UserAttributed} method that holds a custom attribute of the user.
 * Strings, booleans and numbers keep their type, anything else is converted with {@code
 * toString()}; null means that the attribute is left out. A text of more than 4,096 characters is
 * cut; a number that is not finite, and what is beyond 64 attributes of a user, is left out. Both
 * are counted in {@link UserContextCounters}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UserAttr {

  /** The name of the attribute, for example {@code plan}. A blank name fails the deployment. */
  String value() default "";
}
