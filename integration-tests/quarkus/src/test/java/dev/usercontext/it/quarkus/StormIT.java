package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.StormContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** There is but one application in a Quarkus process, so that none comes or goes. */
@QuarkusTest
@TestProfile(Stormy.class)
@WithTestResource(Surroundings.class)
class StormIT extends StormContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.rest();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(commonRows(), QuarkusAsyncRows.all().stream(), QuarkusEntryRows.all().stream())
        .flatMap(rows -> rows)
        .toList();
  }

  @Override
  protected int waitingAtOnce() {
    return Stormy.REQUESTS_THAT_WAIT;
  }
}
