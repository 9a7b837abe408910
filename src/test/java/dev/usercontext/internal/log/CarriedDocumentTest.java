package dev.usercontext.internal.log;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.LogTelemetry;
import dev.usercontext.testkit.Project;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.TestSlf4j;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

/** docs/privacy.md says what logs and other services are told, and that is so. */
class CarriedDocumentTest {

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final int LINES = 8;

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final LogTelemetry telemetry = new LogTelemetry();

  @BeforeEach
  void withMdc() {
    TestSlf4j.use(TestSlf4j.Kind.OF_THREAD);
  }

  @AfterEach
  void off() {
    MdcSwitch.off();
    TestSlf4j.use(TestSlf4j.Kind.NONE);
  }

  @Test
  void thereIsWhatTheOtherTestLooksAt() {
    assertThat(lines()).hasSize(LINES);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineIsWhatIsTold(String line) {
    String[] cells = line.split(" \\| ", -1);
    for (String entry : codes(cells[0])) {
      properties.set(entry.split("=", 2)[0], entry.split("=", 2)[1]);
    }
    List<String> mdc = new ArrayList<>();
    List<String> baggage = new ArrayList<>();
    telemetry.start();
    ADA.run(
        () -> {
          telemetry.log("hello");
          mdc.addAll(Arrays.asList(MDC.get("user_id"), MDC.get("user_email")));
          baggage.add(telemetry.inject("http://orders.internal/").get("baggage"));
        });

    Map<String, Object> record = telemetry.attributesOf("hello");
    assertThat(present(record.get("user_id"), record.get("user_email"))).isEqualTo(codes(cells[1]));
    assertThat(present(mdc.toArray())).isEqualTo(codes(cells[2]));
    assertThat(present(baggage.toArray()))
        .isEqualTo(codes(cells[3]).stream().map(id -> "user.id=" + id).toList());
  }

  static Stream<String> lines() {
    return Project.find("docs/privacy.md", "^\\| ([^|]* \\| [^|]* \\| [^|]* \\| [^|]*) \\|$")
        .stream()
        .filter(line -> !line.startsWith("configuration"));
  }

  private static List<String> present(Object... values) {
    return Arrays.stream(values).filter(Objects::nonNull).map(Object::toString).toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
  }
}
