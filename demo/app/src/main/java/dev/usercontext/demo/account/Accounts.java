package dev.usercontext.demo.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All customers. Elsewhere this is a database. */
@ApplicationScoped
public class Accounts {
  private static final List<Account> ALL =
      List.of(
          new Account("ada", "ada@example.com", Plan.TEAM),
          new Account("grace", "grace@example.com", Plan.PRO),
          new Account("linus", "linus@example.com", Plan.FREE));

  public Optional<Account> find(String id) {
    return ALL.stream().filter(account -> account.id().equals(id)).findFirst();
  }
}
