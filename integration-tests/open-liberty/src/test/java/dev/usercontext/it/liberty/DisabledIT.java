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
    String refused = "switched off, the library refuses nobody";
    String known = "switched off, nothing looks who the caller is";
    return super.facts()
        .differs("@UserAttributed that requires a user", refused, Row::alikeForNobody)
        .differs("@UserAttributed that requires a user, in a servlet", refused, Row::alikeForNobody)
        .differs("injected user", known, DisabledIT::readByNobody)
        .differs("injected user, in a servlet", known, DisabledIT::readByNobody);
  }

  @Override
  protected List<Caller> callers() {
    return super.callers().stream().map(caller -> caller.seenAs(ExpectedUser.NOBODY)).toList();
  }

  private static Row readByNobody(Row row) {
    return row.answers("nobody > ada > nobody");
  }
}
