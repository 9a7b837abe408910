package dev.usercontext.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is known to do harm, to begin with. */
final class Hostile {

  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\t\u00A0\u2003",
          "ada",
          "user.id=ada",
          "user.id=ada,user.id=bob",
          "a=b,;user.id=mallory,user.id=b\u0003bob",
          "user.id=%E2%80%AEada;property=1",
          "user.id=%0D%0ASet-Cookie:%20a",
          "user.id=%",
          "user.id=%C3%28",
          "a\r\nX-Injected: 1",
          "\u202Egnp.exe",
          "a\u0000b",
          "\uD800",
          "\uDFFF\uD800",
          "__proto__",
          "constructor.prototype",
          "${jndi:ldap://127.0.0.1/a}",
          "<script>alert(1)</script>",
          "' OR 1=1 --",
          "k1.0123456789abcdef0123456789abcdef",
          "otel,mdc,,none",
          "*.example.com,*,http://a",
          "x".repeat(300));

  private Hostile() {}

  static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
