package dev.usercontext;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Attributes a method, or every business method of a class, to a user: the span that is current in
 * the method and every span below it carries the user in effect. Where the runtime does not load
 * the span processor of this library (Open Liberty's runtime mode), only the span that is current
 * in the method does.
 *
 * <p>Where a parameter is marked with {@link UserId}, that is the user of the call, whoever is in
 * effect outside: for message consumers, schedulers and batch steps. A null or blank id means that
 * the call has no user. Where a parameter is a {@code jakarta.websocket.Session}, it is the user
 * who opened that; methods of a {@code @ServerEndpoint} with such a parameter are attributed
 * without this annotation. Without either, {@link UserEmail}, {@link UserAttr} and {@link #attrs()}
 * add to the user in effect, for the time of the call.
 *
 * <pre>{@code
 * @UserAttributed
 * void onOrder(@UserId String customer, @UserAttr("plan") String plan, Order order) { ... }
 * }</pre>
 *
 * <p>A {@code @WithSpan} span of the same method carries the user too. The span of the caller gets
 * the user of a parameter only if it has none. Exceptions pass through untouched. On a method the
 * annotation replaces the one on its class. As with every interceptor (Jakarta Interceptors 2.1),
 * calls within one bean are not intercepted; on a final class, or on a final, static or private
 * method, the annotation fails the deployment.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UserAttributed {

  /**
   * Attributes that the user has during the call, each as {@code name=value}: {@code
   * "feature=chat"}. An entry of any other form fails the deployment.
   */
  @Nonbinding
  String[] attrs() default {};

  /** Whether a call with no user in effect is refused with a {@link NoUserException}. */
  @Nonbinding
  boolean required() default false;
}
