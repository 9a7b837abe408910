package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application whose list of classes has no filter of this library. */
@QuarkusTest
@TestProfile(ListedClassesIT.Listing.class)
class ListedClassesIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.all()).flatMap(List::stream).toList();
  }

  public static class Listing implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("it.lists-classes", "true");
    }
  }
}
