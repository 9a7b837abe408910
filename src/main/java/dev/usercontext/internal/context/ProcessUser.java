package dev.usercontext.internal.context;

import dev.usercontext.UserContext;
import dev.usercontext.internal.privacy.Provenance;
import org.jspecify.annotations.Nullable;

/** The one user of the process, if it has one. */
public final class ProcessUser {

  private static volatile @Nullable UserValue user;

  private ProcessUser() {}

  public static @Nullable UserValue get() {
    return user;
  }

  public static void set(UserContext user) {
    ProcessUser.user = UserValue.of(user).withSource(Provenance.PROCESS);
  }

  public static void clear() {
    user = null;
  }
}
