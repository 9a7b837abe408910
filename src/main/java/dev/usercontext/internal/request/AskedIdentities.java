package dev.usercontext.internal.request;

import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.PersonalData;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked whom a request is of: the container, and whoever turns up in mid-request and may
 * know more. A part of the request, as {@link RecordingSpans} are one.
 */
abstract class AskedIdentities extends RecordingSpans {

  private volatile IdentitySource source;
  private volatile boolean untold;

  AskedIdentities(IdentitySource container) {
    this.source = container;
  }

  final IdentitySource source() {
    return source;
  }

  /** Whether the last answer failed: somebody may be logged in. */
  final boolean isUntold() {
    return untold;
  }

  /** Never throws. */
  final @Nullable Principal askContainer() {
    try {
      Principal principal = source.principal();
      if (untold) {
        untold = false;
      }
      return principal;
    } catch (RuntimeException | LinkageError e) {
      untold = true;
      Counter.FAILED.increment();
      String reason = PersonalData.describe(e);
      Log.warnOnce(Message.IDENTITY_UNUSABLE, e.getClass().getName(), e, reason);
      return null;
    }
  }

  /**
   * Asks another one, too, from now on.
   *
   * @param principal who is known so far
   * @return whether that is who both know; then the other only adds to it
   */
  final boolean askAlso(IdentitySource other, @Nullable Principal principal) {
    IdentitySource known = source;
    source = new CombinedIdentity(other, known);
    if (!Principals.areEqual(askContainer(), principal)) {
      return false;
    }
    source = new EnrichedIdentity(known, other);
    return true;
  }

  /** Whoever knew somebody else than the container is out of date. */
  final void askContainerAlone() {
    if (source instanceof EnrichedIdentity known && behind(known.container()) == null) {
      return;
    }
    IdentitySource container = source;
    for (IdentitySource next = behind(container); next != null; next = behind(next)) {
      container = next;
    }
    source = container;
  }

  /** Who was asked before somebody else turned up; null for the container. */
  private static @Nullable IdentitySource behind(IdentitySource asked) {
    if (asked instanceof CombinedIdentity combined) {
      return combined.second();
    }
    return asked instanceof EnrichedIdentity enriched ? enriched.container() : null;
  }
}
