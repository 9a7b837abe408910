package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody waits for a backend that is down. */
public abstract class ExporterDownContract {

  private static final int REQUESTS = 100;

  /** An export that is tried again and again takes longer than all of these together. */
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  public abstract URI application();

  @Test
  void requestsAreAnsweredAtOnce() {
    AppClient client = new AppClient(application());
    assertThat(client.get("rest/secured/do/tracer", Caller.basic("alice")).status()).isEqualTo(200);

    assertTimeout(
        ENOUGH,
        () -> {
          for (int i = 0; i < REQUESTS; i++) {
            Answer answer = client.get("rest/secured/do/tracer", Caller.basic("bob"));
            assertThat(answer.body()).isEqualTo("traced");
          }
        });
  }
}
