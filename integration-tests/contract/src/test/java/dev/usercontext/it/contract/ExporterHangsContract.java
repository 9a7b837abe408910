package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Nor for one that accepts spans, and never says that it has them. */
public abstract class ExporterHangsContract extends ExporterDownContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public abstract URI application();

  @BeforeEach
  void anExportHangs() throws InterruptedException {
    new AppClient(application()).get("rest/secured/do/tracer", Caller.basic("alice"));
    assertThat(Upstream.shared().awaitSilentExport(PATIENCE)).as("spans are sent").isTrue();
  }
}
