package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.testkit.Project;
import dev.usercontext.testkit.SystemProperties;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/privacy.md says what leaves the process, all of it and nothing else. */
class PrivacyDocumentTest {

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final int LINES = 13;

  /** It also forgets that pseudonyms were on. */
  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @Test
  void thereIsWhatTheOtherTestLooksAt() {
    assertThat(lines()).hasSize(LINES);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineIsWhatASpanSays(String line) {
    String[] cells = line.split(" \\| ", -1);
    Properties configured = new Properties();
    configured.putAll(entries(cells[0]));
    UserContextConfig config =
        UserContextConfig.read(Settings.ofSystem(configured, new HashMap<>()));
    UserValue ada =
        new UserResolution(List.of(), config.identity())
            .resolve(new Token(cells[0].contains("act")), new Request());

    assertThat(attributes(ada, config)).isEqualTo(entries(cells[1]));
    assertThat(config.warnings()).isEmpty();
  }

  static Stream<String> lines() {
    return Project.find("docs/privacy.md", "^\\| (.* \\| `[\\w.]+=.*) \\|$").stream();
  }

  private static Map<String, String> attributes(UserValue user, UserContextConfig config) {
    Map<String, String> attributes = new TreeMap<>();
    try (SdkTracerProvider sdk = SdkTracerProvider.builder().build()) {
      var span = sdk.get("test").spanBuilder("span").startSpan();
      user.attributes(config.renderer()).writeTo(span);
      ((ReadableSpan) span)
          .getAttributes()
          .forEach((key, value) -> attributes.put(key.getKey(), String.valueOf(value)));
      span.end();
    }
    return attributes;
  }

  private static Map<String, String> entries(String cell) {
    Map<String, String> entries = new LinkedHashMap<>();
    CODE.matcher(cell)
        .results()
        .map(code -> code.group(1).split("=", 2))
        .filter(entry -> entry.length == 2)
        .forEach(entry -> entries.put(entry[0], entry[1]));
    return entries;
  }

  private static final class Request implements IdentitySource {
    @Override
    public Principal principal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("admin");
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }
  }

  private record Token(boolean acted) implements JsonWebToken {
    private static final Map<String, Object> CLAIMS =
        Map.of(
            "upn", "ada",
            "sub", "u-42",
            "email", "ada@example.com",
            "plan", "pro",
            "sid", "s-1");

    @Override
    public String getName() {
      return "ada";
    }

    @Override
    public Set<String> getClaimNames() {
      return CLAIMS.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller says what it is
    public <T> T getClaim(String claim) {
      return (T) (acted && claim.equals("act") ? Map.of("sub", "support-7") : CLAIMS.get(claim));
    }
  }
}
