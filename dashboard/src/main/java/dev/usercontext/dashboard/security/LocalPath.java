package dev.usercontext.dashboard.security;

/** Where a login leads to. */
public final class LocalPath {
  private LocalPath() {}

  /** That path, if it is one of ours: neither another site nor {@code //elsewhere}. */
  public static String of(String back) {
    return back.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%?/-]*") && !back.startsWith("//")
        ? back
        : "/users";
  }
}
