package dev.usercontext.load;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the contract that knows nothing of User Context. */
final class JakartaApplication {

  static final String NAME = "load";

  private static final String BY_HAND = "dev.usercontext.load.byhand.ByHand";

  private static final String CUSTOMIZER =
      "io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider";

  private JakartaApplication() {}

  static void write(Variant variant, String traces, Path folder) {
    ApplicationWar application =
        ApplicationWar.unaware(NAME)
            .webXml(WebXml.basic())
            .configure("otel.exporter.otlp.endpoint", traces)
            // As on Quarkus; the tests want theirs sooner.
            .configure("otel.bsp.schedule.delay", "1000");
    if (variant.hasLibrary()) {
      application.withLibrary();
    }
    WebArchive war = application.build();
    if (variant.isByHand()) {
      String file = BY_HAND.replace('.', '/') + ".class";
      war.addAsResource(new ClassLoaderAsset(file), file);
      war.addAsResource(new StringAsset(BY_HAND), "META-INF/services/" + CUSTOMIZER);
    }
    war.as(ZipExporter.class).exportTo(folder.resolve(NAME + ".war").toFile(), true);
  }
}
