package dev.usercontext.dashboard.security;

/** Where a login, or another theme, leads to. */
public final class LocalPath {
  private LocalPath() {}

  /** That path, if it is one of ours: neither another site nor {@code //elsewhere}. */
  public static String of(String back) {
    return back.matches("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@?/-]|%[0-9A-Fa-f]{2})*+")
        ? back
        : "/users";
  }
}
