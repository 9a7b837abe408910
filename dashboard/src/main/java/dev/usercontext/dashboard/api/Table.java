package dev.usercontext.dashboard.api;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Takes the rows of an export, one by one. */
interface Table extends Closeable {
  void row(Object row) throws IOException;

  default void rows(Iterator<?> rows) throws IOException {
    while (rows.hasNext()) {
      row(rows.next());
    }
  }
}
