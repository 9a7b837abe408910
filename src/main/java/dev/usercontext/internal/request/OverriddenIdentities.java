package dev.usercontext.internal.request;

import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logged in people in whose requests a scope of somebody else was opened. A task may have been
 * handed over in such a scope; where only the identity came along to its thread, that may be the
 * wrong user, and none is better. Thread-safe.
 */
public final class OverriddenIdentities {

  /** Beyond this, everybody counts as overridden. */
  static final int MAX = 10_000;

  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

  private OverriddenIdentities() {}

  static void add(Principal principal) {
    try {
      if (NAMES.size() < MAX) {
        NAMES.add(principal.getName());
      }
    } catch (RuntimeException e) {
      // One that cannot tell its name is nobody on any thread.
    }
  }

  public static boolean contains(Principal principal) {
    return !NAMES.isEmpty() && (NAMES.contains(principal.getName()) || NAMES.size() >= MAX);
  }
}
