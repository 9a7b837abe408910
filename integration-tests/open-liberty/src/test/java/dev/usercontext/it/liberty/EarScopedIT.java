package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.ScopedRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** Scopes of an application whose requests no context carries, as no filter runs in an EAR. */
class EarScopedIT extends LibertyContract {

  EarScopedIT() {
    super("ear-scoped");
  }

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("scoped-ear")
        .withLibrary()
        .war(
            ApplicationWar.unaware("ear-scoped")
                .parts("async", "managed", "scoped", "handedon")
                .webXml(WebXml.basic()))
        .build();
  }

  @Override
  protected List<Row> rows() {
    return ScopedRows.all();
  }

  @Override
  protected int atOnce() {
    return OpenLiberty.REQUESTS_THAT_WAIT;
  }
}
