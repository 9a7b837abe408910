package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Quarkus carries the OpenTelemetry Context to managed threads, whatever this library does. */
@QuarkusTest
@TestProfile(UserPropagation.class)
class PropagationUserIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return AsyncRows.essential();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
