package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.ExporterHangsContract;
import dev.usercontext.it.contract.Upstream;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The backend of the spans accepts them, and never answers. */
@ArquillianTest
class ExporterHangsIT extends ExporterHangsContract {

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("exporter-hangs")
        .configure("otel.exporter.otlp.endpoint", Upstream.shared().silentUrl())
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  public URI application() {
    return WildFly.application("exporter-hangs");
  }
}
