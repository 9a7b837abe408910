package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.LanguageModelRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** Answers of a language model that arrive on threads of their own. */
@QuarkusTest
class LanguageModelIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return LanguageModelRows.all();
  }
}
