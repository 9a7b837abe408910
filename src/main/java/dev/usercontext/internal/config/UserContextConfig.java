package dev.usercontext.internal.config;

import dev.usercontext.internal.baggage.BaggageHosts;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of an application.
 *
 * @param enabled whether anything is done at all
 * @param renderer under which names users are written
 * @param propagation what managed threads are given
 * @param logs which logs say who the user is
 * @param baggage what is told to other services, and believed of them
 * @param warnings what is odd but harmless: keys that nobody reads
 */
public record UserContextConfig(
    boolean enabled,
    AttributeRenderer renderer,
    Propagation propagation,
    Set<LogOutput> logs,
    BaggageConfig baggage,
    List<String> warnings) {

  /**
   * Reads the configuration of the application that is calling: MicroProfile Config where it is
   * present, else system properties and environment variables.
   *
   * @throws InvalidConfigException with everything that is wrong
   */
  public static UserContextConfig load() {
    return read(Settings.ofApplication());
  }

  static UserContextConfig read(Settings settings) {
    Reader reader = new Reader(settings);
    boolean enabled = reader.bool(ConfigKey.ENABLED);
    AttributeRenderer renderer =
        new AttributeRenderer(reader.vocabularies(), reader.text(ConfigKey.ATTRS_PREFIX));
    Propagation propagation = reader.propagation();
    Set<LogOutput> logs = reader.logs();
    BaggageConfig baggage = reader.baggage();
    if (!reader.problems.isEmpty()) {
      throw new InvalidConfigException(reader.problems);
    }
    return new UserContextConfig(
        enabled, renderer, propagation, logs, baggage, UnknownKeys.in(settings.keys()));
  }

  /** The names of the vocabularies, for people. */
  public String vocabularies() {
    return renderer.vocabularies().stream()
        .map(Vocabulary::configName)
        .collect(Collectors.joining(", "));
  }

  /** Reads one value after the other and remembers what is wrong with each. */
  private static final class Reader {
    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    Reader(Settings settings) {
      this.settings = settings;
    }

    String text(ConfigKey key) {
      return settings
          .get(key.key())
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .orElse(key.defaultValue());
    }

    boolean bool(ConfigKey key) {
      String value = text(key);
      if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
        invalid(key, value, "must be true or false");
      }
      return value.equalsIgnoreCase("true");
    }

    List<Vocabulary> vocabularies() {
      Set<Vocabulary> vocabularies = new LinkedHashSet<>();
      for (String name : text(ConfigKey.VOCABULARIES).split(",", -1)) {
        Vocabulary.named(name.strip())
            .ifPresentOrElse(vocabularies::add, () -> unknownVocabulary(name.strip()));
      }
      return List.copyOf(vocabularies);
    }

    Propagation propagation() {
      String name = text(ConfigKey.PROPAGATION);
      return Propagation.named(name)
          .orElseGet(
              () -> {
                invalid(ConfigKey.PROPAGATION, name, "must be one of context, user, none");
                return Propagation.NONE;
              });
    }

    Set<LogOutput> logs() {
      Set<LogOutput> logs = EnumSet.noneOf(LogOutput.class);
      String names = text(ConfigKey.LOGS);
      if (!names.equals("none")) {
        for (String name : names.split(",", -1)) {
          Optional<LogOutput> known = LogOutput.named(name.strip());
          known.ifPresentOrElse(
              logs::add,
              () -> invalid(ConfigKey.LOGS, names, "must be none, or one or more of otel, mdc"));
        }
      }
      return Set.copyOf(logs);
    }

    BaggageConfig baggage() {
      String send = text(ConfigKey.BAGGAGE_SEND);
      if (!send.equals("id") && !send.equals("none")) {
        invalid(ConfigKey.BAGGAGE_SEND, send, "must be id or none");
      }
      String key = text(ConfigKey.BAGGAGE_USER_ID);
      if (!BaggageConfig.isKey(key)) {
        invalid(ConfigKey.BAGGAGE_USER_ID, key, "must be a token of RFC 7230");
      }
      return new BaggageConfig(send.equals("id"), hosts(send), bool(ConfigKey.BAGGAGE_TRUST), key);
    }

    private BaggageHosts hosts(String send) {
      String names = text(ConfigKey.BAGGAGE_HOSTS);
      if (names.isEmpty() && send.equals("id")) {
        invalid(
            ConfigKey.BAGGAGE_HOSTS,
            names,
            "must name the hosts that may know who the user is, or * for all");
      }
      Optional<BaggageHosts> hosts = BaggageHosts.parse(names);
      if (hosts.isEmpty()) {
        invalid(ConfigKey.BAGGAGE_HOSTS, names, "must be names of hosts, *.example.com, or *");
      }
      return hosts.orElse(BaggageHosts.NONE);
    }

    private void unknownVocabulary(String name) {
      String known =
          Arrays.stream(Vocabulary.values())
              .map(Vocabulary::configName)
              .collect(Collectors.joining(", "));
      invalid(
          ConfigKey.VOCABULARIES,
          text(ConfigKey.VOCABULARIES),
          "unknown vocabulary \"" + name + "\", must be one or more of " + known);
    }

    private void invalid(ConfigKey key, String value, String reason) {
      problems.add(Message.INVALID_VALUE.text(key.key(), value, reason));
    }
  }
}
