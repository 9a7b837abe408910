package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

@Tag("runtime-mode")
class RuntimeModeFailedRequestsIT extends FailedRequestsContract {

  RuntimeModeFailedRequestsIT() {
    super("runtime-mode-failed-requests");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("runtime-mode-failed-requests")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }
}
