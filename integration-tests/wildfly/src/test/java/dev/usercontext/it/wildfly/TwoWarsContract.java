package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.Row;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The contract for an EAR with the WARs {@code first} and {@code second}, which share threads. */
abstract class TwoWarsContract extends WildFlyContract {

  TwoWarsContract() {
    super("");
  }

  abstract List<Row> rowsOfEach();

  /** Each row in the one WAR, then in the other. */
  @Override
  protected final List<Row> rows() {
    return IntStream.range(0, rowsOfEach().size())
        .boxed()
        .flatMap(i -> Stream.of("first", "second").map(war -> under(war, rowsOfEach().get(i))))
        .toList();
  }

  Row under(String war, Row row) {
    return row.under(war);
  }

  @Override
  protected final String sentinels() {
    return "first/" + super.sentinels();
  }
}
