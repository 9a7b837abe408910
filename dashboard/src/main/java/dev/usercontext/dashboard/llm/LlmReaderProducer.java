package dev.usercontext.dashboard.llm;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.cost.PriceTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The price table that is configured, and what reads spans with it. */
@Singleton
public class LlmReaderProducer {

  /** The file of {@code dashboard.prices}, or the table that comes with the dashboard. */
  @Produces
  @Singleton
  PriceTable prices(@ConfigProperty(name = "dashboard.prices") Optional<Path> file) {
    return file.map(PriceFile::read).orElseGet(PriceFile::shipped);
  }

  @Produces
  @Singleton
  LlmReader reader(PriceTable prices) {
    return new ConventionReader(prices);
  }
}
