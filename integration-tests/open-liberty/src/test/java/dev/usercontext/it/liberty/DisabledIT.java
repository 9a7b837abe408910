package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
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
        .configure("usercontext.enabled", "false")
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.all())
        .flatMap(List::stream)
        .map(Row::withoutUsers)
        .toList();
  }

  @Override
  protected RuntimeFacts facts() {
    String reason = "switched off, the library refuses nobody";
    return super.facts()
        .differs("@UserAttributed that requires a user", reason, Row::alikeForNobody)
        .differs("@UserAttributed that requires a user, in a servlet", reason, Row::alikeForNobody);
  }

  @Override
  protected List<Caller> callers() {
    return super.callers().stream().map(caller -> caller.seenAs(ExpectedUser.NOBODY)).toList();
  }
}
