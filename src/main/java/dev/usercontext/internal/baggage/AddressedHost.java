package dev.usercontext.internal.baggage;

import java.net.URI;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host in the address of a call. Clients also call names with an underscore, in which {@link
 * URI} sees no host, and addresses that are no URI. They read the latter in different ways: where
 * one of them could go to another host, it is not known here.
 */
final class AddressedHost {

  private static final String HOST = "([a-zA-Z0-9_.-]+|\\[[0-9a-fA-F:.]+])";
  private static final String PORT = "(?::[0-9]*)?";

  private static final Pattern ALONE = Pattern.compile(HOST);
  private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?" + HOST + PORT);

  /** No user: what is before an @ is a host to whoever ends the host at another character. */
  private static final Pattern NO_URI =
      Pattern.compile("(?i:https?)://" + HOST + PORT + "(?:/.*|[?#][^@]*)?", Pattern.DOTALL);

  private AddressedHost() {}

  static @Nullable String of(URI uri) {
    String host = uri.getHost();
    String authority = uri.getRawAuthority();
    return host != null || authority == null ? host : in(AUTHORITY, authority);
  }

  static @Nullable String of(URL url) {
    return in(ALONE, url.getHost());
  }

  static @Nullable String of(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      return in(NO_URI, address);
    }
    return of(uri);
  }

  private static @Nullable String in(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
