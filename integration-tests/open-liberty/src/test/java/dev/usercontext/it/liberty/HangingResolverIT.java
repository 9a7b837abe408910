package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.HangingResolverContract;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The resolver takes its time. */
@ArquillianTest
class HangingResolverIT extends HangingResolverContract {

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("hanging-resolver")
        .parts("resolver")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  public URI application() {
    return OpenLiberty.application("hanging-resolver");
  }
}
