package dev.usercontext.dashboard.api;

import java.io.IOException;

/** A table that says how far it is. */
record CountedTable(Table table, ExportProgress.Running progress) implements Table {

  @Override
  public void row(Object row) throws IOException {
    table.row(row);
    progress.row();
  }

  @Override
  public void close() throws IOException {
    try {
      table.close();
    } finally {
      progress.done();
    }
  }
}
