package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** No filter of the library runs in an EAR, which could clean a thread up. */
class EarFailedRequestsIT extends FailedRequestsContract {

  EarFailedRequestsIT() {
    super("ear-failed-requests");
  }

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("failed-requests-ear")
        .withLibrary()
        .war(ApplicationWar.unaware("ear-failed-requests").webXml(WebXml.basic()))
        .build();
  }
}
