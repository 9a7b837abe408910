package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * Each of two WARs of an EAR has its own copy of the jar, which will do for applications that know
 * nothing of it. The API needs the jar once, in the lib folder: Open Liberty loads the processor of
 * one copy only, and takes classes of the same name in two WARs for one when a CDI extension adds
 * them, now those of the one and now those of the other, so scopes and {@code @UserAttributed} may
 * do nothing.
 */
class EarWithLibraryInWarsIT extends TwoWarsContract {

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear-with-library-in-wars")
        .war(ApplicationWar.unaware("first").webXml(WebXml.basic()).withLibrary())
        .war(ApplicationWar.unaware("second").webXml(WebXml.basic()).withLibrary())
        .build();
  }

  @Override
  List<Row> rowsOfEach() {
    return UnawareRows.essential();
  }
}
