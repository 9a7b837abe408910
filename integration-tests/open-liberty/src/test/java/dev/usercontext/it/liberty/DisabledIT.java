package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.DisabledRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Switched off, nothing of the library shows. */
class DisabledIT extends LibertyContract {

  DisabledIT() {
    super("disabled");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("disabled")
        .webXml(WebXml.basic())
        .configure(DisabledRows.KEY, "false")
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return DisabledRows.all();
  }

  @Override
  protected RuntimeFacts facts() {
    return DisabledRows.facts(super.facts());
  }

  @Override
  public List<Caller> callers() {
    return DisabledRows.callers(super.callers());
  }
}
