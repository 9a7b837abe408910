package dev.usercontext;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a {@link UserAttributed} method that holds the id of the user of the call.
 * Its value is converted with {@code toString()}; null or blank means that the call has no user. At
 * most one parameter of a method. One that {@link UserContext.Builder} refuses costs the call its
 * user too, which is logged once for each method (UC0403).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UserId {}
