package dev.usercontext.load;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The application of the contract that knows nothing of User Context. */
final class JakartaApplication {

  static final String NAME = "load";

  private JakartaApplication() {}

  static void write(Variant variant, String traces, Path folder) {
    ApplicationWar application =
        ApplicationWar.unaware(NAME)
            .webXml(WebXml.basic())
            .configure("otel.exporter.otlp.endpoint", traces);
    if (variant.hasLibrary()) {
      application.withLibrary();
    }
    application
        .build()
        .as(ZipExporter.class)
        .exportTo(folder.resolve(NAME + ".war").toFile(), true);
  }
}
