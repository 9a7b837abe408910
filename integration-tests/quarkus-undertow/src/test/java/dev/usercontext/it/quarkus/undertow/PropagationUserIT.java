package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.quarkus.FourThreads;
import dev.usercontext.it.quarkus.UserPropagation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Quarkus carries the OpenTelemetry Context to managed threads, whatever this library does. */
@QuarkusTest
@TestProfile(UserPropagation.class)
class PropagationUserIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return AsyncRows.essential(Entry.SERVLET);
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
