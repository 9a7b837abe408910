package dev.usercontext.internal.config;

import dev.usercontext.internal.diagnostics.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one value after the other and remembers what is wrong with each. */
final class ConfigReader {

  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  ConfigReader(Settings settings) {
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  List<String> problems() {
    return problems;
  }

  String text(ConfigKey key) {
    return optionalText(key).orElse(key.defaultValue());
  }

  Optional<String> optionalText(ConfigKey key) {
    return optionalText(key.key());
  }

  Optional<String> optionalText(String key) {
    return settings.get(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** The parts between the commas, none of them if there is no value. */
  List<String> list(ConfigKey key) {
    String value = text(key);
    return value.isEmpty()
        ? List.of()
        : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  /** Whether somebody has set it, be it to nothing or to what cannot be resolved. */
  boolean isSet(ConfigKey key) {
    return settings.keys().contains(key.key())
        || settings.keys().contains(Settings.environmentName(key.key()))
        || optionalText(key).isPresent();
  }

  boolean bool(ConfigKey key) {
    String value = text(key);
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      invalid(key, value, "must be true or false");
    }
    return value.equalsIgnoreCase("true");
  }

  int number(ConfigKey key, int min, int max) {
    String value = text(key);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    invalid(key, value, "must be a number from " + min + " to " + max);
    return min;
  }

  <T> T oneOf(
      ConfigKey key, String value, Function<String, Optional<T>> named, String names, T otherwise) {
    return named
        .apply(value)
        .orElseGet(
            () -> {
              invalid(key, value, "must be one of " + names);
              return otherwise;
            });
  }

  void invalid(ConfigKey key, String value, String reason) {
    invalid(key.key(), value, reason);
  }

  void invalid(String key, String value, String reason) {
    problems.add(Message.INVALID_VALUE.text(key, value, reason));
  }

  /** Without the value, which nobody should read. */
  void invalidSecret(ConfigKey key, String reason) {
    problems.add(Message.INVALID_SECRET.text(key.key(), reason));
  }
}
