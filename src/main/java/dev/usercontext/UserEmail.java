package dev.usercontext;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a {@link UserAttributed} method that holds the email address of the user
 * of the call; null or blank means that it is not known. At most one parameter of a method. One of
 * more than 320 characters is left out, which is counted in {@link UserContextCounters#dropped}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UserEmail {}
