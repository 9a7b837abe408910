package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.ExporterDownContract;
import dev.usercontext.it.contract.Upstream;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The backend of the spans is down. */
@ArquillianTest
class ExporterDownIT extends ExporterDownContract {

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("exporter-down")
        .configure("otel.exporter.otlp.endpoint", Upstream.shared().unreachableUrl())
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  public URI application() {
    return WildFly.application("exporter-down");
  }
}
