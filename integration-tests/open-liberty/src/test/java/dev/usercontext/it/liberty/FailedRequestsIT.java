package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class FailedRequestsIT extends FailedRequestsContract {

  FailedRequestsIT() {
    super("failed-requests");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("failed-requests").webXml(WebXml.basic()).withLibrary().build();
  }
}
