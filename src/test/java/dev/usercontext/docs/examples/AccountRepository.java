package dev.usercontext.docs.examples;

import java.util.Map;
import java.util.Optional;

/** Of an application. */
class AccountRepository {

  private final Map<String, Account> accounts;

  AccountRepository(Map<String, Account> accounts) {
    this.accounts = accounts;
  }

  Optional<Account> find(String name) {
    return Optional.ofNullable(accounts.get(name));
  }
}
