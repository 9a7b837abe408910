package dev.usercontext.it.app.entry;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The work of an entry: as whoever is known there, then for a customer that a parameter names, then
 * in a scope, and then as before.
 */
@ApplicationScoped
public class EntryWork {

  private static final UserContext CUSTOMER = UserContext.builder("c-43").build();

  @Inject Spans spans;
  @Inject CustomerWork customers;

  /**
   * @param entry what its spans are named after
   */
  public void run(String entry) {
    spans.around(entry, () -> spans.leaf(entry + "-child"));
    customers.serve("c-42", entry);
    CUSTOMER.run(() -> spans.leaf(entry + "-scoped"));
    spans.leaf(entry + "-afterwards");
  }
}
