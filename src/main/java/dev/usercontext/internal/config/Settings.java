package dev.usercontext.internal.config;

import java.util.Optional;
import java.util.Set;

/** Where raw values come from. */
interface Settings {

  Optional<String> get(String key);

  /** Every key that is set, of this library or not. */
  Set<String> keys();
}
