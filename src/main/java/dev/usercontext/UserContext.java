package dev.usercontext;

import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.current.CurrentUser;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The end user on whose behalf the application works: an id, optionally an email address, and
 * optional custom attributes. Every span that starts while a user is in effect carries it.
 *
 * <p>A value comes from {@link #builder(String)}; it is immutable, thread-safe and equal by value,
 * and its {@code toString()} shows neither the email address nor the attributes. It needs no CDI
 * container: a command-line tool uses it with an OpenTelemetry SDK that is autoconfigured, which
 * finds the span processor.
 *
 * <p>In a CDI application {@code @Inject UserContext} is a request-scoped bean that always says who
 * is in effect <em>now</em>: it follows a login in mid-request and nested scopes. With nobody in
 * effect {@link #isPresent()} is false, {@link #email()} and {@link #attrs()} are empty, {@link
 * #userId()} and {@link #toBuilder()} throw, and the scope methods open a scope of nobody. With no
 * active request scope each call throws {@code ContextNotActiveException}, as with every
 * request-scoped bean; code that runs on both sides of that line asks {@link #current()}.
 *
 * <p>The user travels in the {@linkplain Context OpenTelemetry Context}, so whatever propagates
 * that propagates the user too. A scope replaces the whole user, and closing it brings the outer
 * one back; {@link #toBuilder()} is how to add to the user in effect.
 *
 * <pre>{@code
 * UserContext ada = UserContext.builder("u-42").email("ada@example.com").attr("plan", "pro").build();
 * String answer = ada.call(() -> assistant.chat(question));
 * }</pre>
 *
 * <p>This interface is not meant to be implemented outside of this library.
 */
public interface UserContext extends ImplicitContextKeyed {

  /**
   * Starts a value.
   *
   * @param userId the stable id of the user; neither blank nor longer than 1,024 characters
   * @throws IllegalArgumentException if the id breaks that rule; the message names the field and
   *     does not repeat the value
   */
  static Builder builder(String userId) {
    return new UserContextBuilder(userId);
  }

  /**
   * Returns the user in effect here: that of the innermost scope, else the one of the request, else
   * the caller that the server knows on this thread, else the {@linkplain #setProcessUser process
   * user}. A span may know more, by its parent or as it receives a message: the sender is not in
   * effect in code. Never throws.
   */
  static Optional<UserContext> current() {
    return CurrentUser.get();
  }

  /**
   * Sets the one user of this process, for command-line tools, workers and tests. It is in effect
   * wherever no scope and no request names somebody else, on every thread, until it is replaced or
   * {@linkplain #clearProcessUser() cleared}. A scope that is open when this is called keeps
   * winning until it closes.
   */
  static void setProcessUser(UserContext user) {
    ProcessUser.set(user);
  }

  /** Forgets the {@linkplain #setProcessUser process user}; does nothing where there is none. */
  static void clearProcessUser() {
    ProcessUser.clear();
  }

  /**
   * The stable id of the user, never blank.
   *
   * @throws NoUserException from the injected bean, if nobody is in effect
   */
  String userId();

  /** The email address, if it is known. */
  Optional<String> email();

  /**
   * The custom attributes by name, in the order in which they were added, unmodifiable. A value is
   * a {@link String}, {@link Boolean}, {@link Long} or {@link Double}.
   */
  Map<String, Object> attrs();

  /**
   * The id of who acts for this user: support staff that works in the account of a customer, or the
   * {@code act} claim of a token (RFC 8693). Empty where users act for themselves. The spans then
   * carry both, {@code user_id} the user and {@code user_actor_id} the actor.
   */
  Optional<String> actorId();

  /**
   * Returns {@code subject} with this user as its {@linkplain #actorId() actor}.
   *
   * <pre>{@code
   * support.actingFor(customer).run(() -> refund(order));
   * }</pre>
   *
   * @throws NoUserException from the injected bean, if nobody is in effect
   */
  UserContext actingFor(UserContext subject);

  /** Whether there is a user: always true for a built value, and the question to ask the bean. */
  boolean isPresent();

  /**
   * Starts a value from this one, to change or add to it.
   *
   * @throws NoUserException from the injected bean, if nobody is in effect
   */
  Builder toBuilder();

  /**
   * Puts this user into effect on this thread until the returned scope is closed. Close it on the
   * same thread, in try-with-resources. Closing twice is harmless; scopes that are closed out of
   * order still give back the user that was in effect before the first of them.
   */
  @Override
  Scope makeCurrent();

  /** Runs {@code task} with this user in effect. What the task throws passes through untouched. */
  void run(Runnable task);

  /**
   * Calls {@code task} with this user in effect and returns its result.
   *
   * @throws X what the task throws, untouched
   */
  <T, X extends Throwable> T call(CallableOp<T, X> task) throws X;

  /**
   * Returns a task that runs with this user in effect and in the trace that is current now, on
   * whichever thread runs it.
   */
  Runnable wrap(Runnable task);

  /** As {@link #wrap(Runnable)}. */
  <T> Callable<T> wrap(Callable<T> task);

  /** As {@link #wrap(Runnable)}. */
  <T> Supplier<T> wrapSupplier(Supplier<T> supplier);

  /** As {@link #wrap(Runnable)}. */
  <T, R> Function<T, R> wrapFunction(Function<T, R> function);

  /** As {@link #wrap(Runnable)}. */
  <T> Consumer<T> wrapConsumer(Consumer<T> consumer);

  /**
   * Returns a callback whose methods run with this user in effect and in the trace that is current
   * now, on whichever thread calls them: for libraries that answer on threads of their own, such as
   * the streaming clients of language models. What the callback throws passes through untouched.
   * Two that were made of the same callback for the same user are equal.
   *
   * @param type the interface that the library wants, which must be public
   * @throws IllegalArgumentException if it is no interface
   */
  <T> T wrapCallback(Class<T> type, T callback);

  /**
   * Returns an executor whose tasks run with this user in effect, each in the trace that was
   * current when it was handed over.
   */
  Executor wrap(Executor executor);

  /** As {@link #wrap(Executor)}; life-cycle methods go to the given executor. */
  ExecutorService wrap(ExecutorService executor);

  /** As {@link #wrap(Executor)}; every run of a repeated task counts. */
  ScheduledExecutorService wrap(ScheduledExecutorService executor);

  /**
   * A task with a result that may throw {@code X}; inferred as unchecked where it throws nothing.
   */
  @FunctionalInterface
  interface CallableOp<T, X extends Throwable> {
    /** Does the work. */
    T call() throws X;
  }

  /** Builds a {@link UserContext}. Not thread-safe; can be used again after {@link #build()}. */
  interface Builder {

    /**
     * Sets the email address.
     *
     * @throws IllegalArgumentException if it is blank or longer than 320 characters
     */
    Builder email(String email);

    /**
     * Adds or replaces a custom attribute.
     *
     * @param name neither blank nor longer than 128 characters
     * @param value at most 4,096 characters
     * @throws IllegalArgumentException if either breaks its rule, or at the 65th name
     */
    Builder attr(String name, String value);

    /** As {@link #attr(String, String)}. */
    Builder attr(String name, boolean value);

    /** As {@link #attr(String, String)}. */
    Builder attr(String name, long value);

    /**
     * As {@link #attr(String, String)}.
     *
     * @throws IllegalArgumentException also if the value is not finite
     */
    Builder attr(String name, double value);

    /**
     * Adds all attributes of a map. {@link Byte}, {@link Short}, {@link Integer} and {@link
     * java.util.concurrent.atomic.AtomicLong atomic} numbers become {@link Long}, every other
     * {@link Number} becomes {@link Double}.
     *
     * @throws IllegalArgumentException as the single methods do, and for a value of any other type
     */
    Builder attrs(Map<String, ?> attrs);

    /**
     * Sets the id of who {@linkplain UserContext#actorId() acts for} this user.
     *
     * @throws IllegalArgumentException if it is blank or longer than 1,024 characters
     */
    Builder actor(String actorId);

    /** Returns the value. */
    UserContext build();
  }
}
