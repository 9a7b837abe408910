package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spans say who said who their user is, where that is configured. */
class ProvenanceTest {

  @RegisterExtension
  final SystemProperties properties = new SystemProperties().with("usercontext.provenance", "true");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @AfterEach
  void clearProcessUser() {
    UserContext.clearProcessUser();
  }

  @Test
  void isTheApi() {
    ADA.run(() -> telemetry.record("span"));

    assertThat(source()).isEqualTo("api");
  }

  @Test
  void isTheProcess() {
    UserContext.setProcessUser(ADA);
    telemetry.record("span");

    assertThat(source()).isEqualTo("process");
  }

  @Test
  void isStillTheContainerWhereTheUserIsAddedTo() {
    UserContext known = new UserContextBuilder("carol", Provenance.CONTAINER).build();
    known.toBuilder().attr("plan", "pro").build().run(() -> telemetry.record("span"));

    assertThat(source()).isEqualTo("container");
  }

  @Test
  void isNotSaidUnlessConfigured() {
    properties.set("usercontext.provenance", "false");
    telemetry.restart();
    ADA.run(() -> telemetry.record("span"));

    assertThat(source()).isNull();
  }

  private String source() {
    return telemetry.await().getAttributes().get(AttributeKey.stringKey("user_source"));
  }
}
