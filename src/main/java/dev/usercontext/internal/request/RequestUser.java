package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.log.Mdc;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The user of one request, which may change with a login or logout. It is asked for on any thread,
 * also after the request; the container is asked only on a thread that processes the request, since
 * a server may give the request object to the next one.
 *
 * <p>Every request makes one, so what it consists of are fields and not objects. Its lock guards
 * what belongs together: who is logged in, which user that is, and the spans that wait for one.
 */
public final class RequestUser extends AskedIdentities implements Carried {

  private final UserResolution resolution;
  private final @Nullable UserValue sentWith;

  private volatile @Nullable UserValue user;
  private volatile @Nullable Principal principal;
  private volatile boolean resolving;
  private volatile boolean settled;

  /** Resolvers have answered on a thread that could not show them the request. */
  private volatile boolean provisional;

  private volatile boolean told;
  private volatile boolean ended;
  private volatile boolean serverSpanSeen;

  public RequestUser(IdentitySource container, UserResolution resolution) {
    super(container);
    this.resolution = resolution;
    this.sentWith = resolution.sentWith(container);
  }

  /** This thread begins, or goes on, to process the request. */
  public void enter() {
    if (ended) {
      // Read by all threads of the request: written only where it changes.
      ended = false;
    }
    enterThread();
    lookAgain();
    if (!settled && resolution.needsRequest()) {
      resolve();
    }
  }

  /** This thread has done its part. */
  public void leave() {
    lookAgain();
    leaveThread();
  }

  /** The request is over: its user stays what it is, for work that outlives it. */
  public void end() {
    endThreads();
    synchronized (this) {
      ended = true;
      forgetAll();
    }
  }

  /**
   * Whether this is who the container names, where no filter says which threads process the
   * request.
   */
  public boolean isOfCaller(@Nullable Principal caller) {
    Principal known = principal;
    return !told && Objects.equals(nameOf(known), nameOf(caller));
  }

  private static @Nullable String nameOf(@Nullable Principal principal) {
    return principal == null ? null : principal.getName();
  }

  /** Asks the container whether somebody logged in or out; only on the thread of the request. */
  public void lookAgain() {
    // Read before the container is asked: what is told meanwhile is newer than its answer.
    Principal known = principal;
    Principal now = askContainer();
    if (!Principals.areEqual(now, known) && change(known, now) && (settled || resolving)) {
      resolve();
    }
  }

  /** Asks somebody who may know more than the container, and from then on both if that is so. */
  public void lookInto(IdentitySource other) {
    if (!askAlso(other, principal)) {
      lookAgain();
    } else if (settled && resolution.needsRequest()) {
      resolve();
    }
  }

  /** From here on, every change is told; otherwise the container is asked again each time. */
  public void willBeTold() {
    told = true;
  }

  /** As {@link #lookAgain()}, where the application has just called login or logout. */
  public void loginChanged() {
    change(askContainer());
    resolve();
  }

  /** As {@link #loginChanged()}; whoever knew somebody else than the container is out of date. */
  public void loggedOut() {
    askContainerAlone();
    loginChanged();
  }

  @Override
  public @Nullable UserValue user() {
    UserValue known = user;
    return known != null && told && !provisional ? known : ask();
  }

  /**
   * Asks who it is, where nobody has asked yet: on the thread of the request, before its work is
   * handed to one that can not show the request to the resolvers of the application.
   */
  public void askBeforeHandOn() {
    if (mayBlock() && isOnThisThread()) {
      ask();
    }
  }

  /** The user as far as somebody has asked for one; asks nobody. */
  @Nullable UserValue known() {
    return user;
  }

  @Override
  public @Nullable UserValue userFor(Span span, AttributeRenderer renderer) {
    if (!serverSpanSeen) {
      // Written once: all threads of the request read it, span for span.
      serverSpanSeen = true;
    }
    UserValue known = user();
    return known != null ? known : remember(span, renderer);
  }

  @Override
  public void overriddenBy(@Nullable UserValue other) {
    Principal loggedIn = principal;
    UserValue known = user;
    boolean same = known != null && other != null && known.userId().equals(other.userId());
    if (loggedIn != null && !same) {
      OverriddenIdentities.add(loggedIn);
    }
  }

  /**
   * Attributes a span that the processor did not: it started before this request was known, or the
   * server does not load the processor. Returns whether it is a span that nobody had seen.
   */
  public boolean attribute(Span span, AttributeRenderer renderer) {
    if (serverSpanSeen || !span.isRecording()) {
      return false;
    }
    UserValue known = user();
    if (known == null) {
      known = remember(span, renderer);
    }
    if (known != null) {
      known.attributes(renderer).writeTo(span);
      serverSpanSeen = true;
    }
    return true;
  }

  /** Whether to ask for the user may block, as resolvers of the application may. */
  public boolean mayBlock() {
    return (!settled || provisional) && resolution.mayBlock();
  }

  /** Attributes a span as soon as somebody asks for the user, on a thread that may block. */
  public void attributeLater(Span span, AttributeRenderer renderer) {
    UserValue known = span.isRecording() ? remember(span, renderer) : null;
    if (known != null) {
      known.attributes(renderer).writeTo(span);
    }
  }

  private @Nullable UserValue ask() {
    boolean here = isOnThisThread();
    if (!settled || (here && provisional)) {
      resolveFirst();
    } else if (here) {
      // A login may have gone past our wrapper of the request, or there may be no wrapper.
      lookAgain();
    }
    return user;
  }

  /**
   * Asks the resolvers once, not on an event loop; and once more where they have not seen the
   * request. Until then, spans of the resolver itself and of other threads find nobody and are
   * remembered.
   */
  private void resolveFirst() {
    if (!resolution.mayBlock()) {
      resolve();
    } else if (!EventLoop.isThisThread() && beginResolving()) {
      try {
        if (mayBlock()) {
          resolve();
        }
      } finally {
        resolving = false;
      }
    }
  }

  /** False where another thread is at it, or this one further out. */
  private synchronized boolean beginResolving() {
    if (resolving) {
      return false;
    }
    resolving = true;
    return true;
  }

  private synchronized void change(@Nullable Principal now) {
    principal = now;
  }

  /** False where somebody else has changed it since it was {@code known}. */
  private synchronized boolean change(@Nullable Principal known, @Nullable Principal now) {
    if (!Principals.areEqual(principal, known)) {
      return false;
    }
    principal = now;
    return true;
  }

  private void resolve() {
    Principal asked;
    UserValue resolved;
    boolean here = isOnThisThread();
    do {
      asked = principal;
      resolved = resolution.resolve(asked, here ? source() : null, otherwise());
    } while (!settle(asked, resolved, here));
    if (here) {
      Mdc.changed(this, resolved);
      UserScope.changedBelow(this);
    }
  }

  /** Nobody where the container may know somebody and fails to tell. */
  private @Nullable UserValue otherwise() {
    return isUntold() ? null : sentWith;
  }

  /** False where somebody logged in or out meanwhile, whose user it is not. */
  private synchronized boolean settle(
      @Nullable Principal asked, @Nullable UserValue resolved, boolean here) {
    if (!Principals.areEqual(asked, principal)) {
      return false;
    }
    user = resolved;
    settled = true;
    provisional = !here && resolution.mayBlock();
    if (resolved != null) {
      attributeAll(resolved);
    }
    return true;
  }

  /**
   * Returns the user after all, if one was found in the meantime. Then the span does not wait: it
   * would be written to by whoever started it, and by the next login at the same time.
   */
  private synchronized @Nullable UserValue remember(Span span, AttributeRenderer renderer) {
    UserValue known = user;
    if (known == null && !ended) {
      add(span, renderer);
    }
    return known;
  }
}
