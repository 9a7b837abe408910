package dev.usercontext.internal.config;

import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.diagnostics.PersonalData;
import dev.usercontext.internal.privacy.Disclosure;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The configuration of an application.
 *
 * @param enabled whether anything is done at all
 * @param renderer under which names users are written
 * @param identity what is taken of an identity
 * @param propagation what managed threads are given
 * @param logs which logs say who the user is
 * @param baggage what is told to other services, and believed of them
 * @param warnings what is odd but harmless: keys that nobody reads
 */
public record UserContextConfig(
    boolean enabled,
    AttributeRenderer renderer,
    IdentityRules identity,
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
    ConfigReader reader = new ConfigReader(settings);
    boolean enabled = reader.bool(ConfigKey.ENABLED);
    IdentityRules identity = new IdentityReader(reader).read();
    Disclosure disclosure = new DisclosureReader(reader).read();
    AttributeRenderer renderer =
        new AttributeRenderer(
                new VocabularyReader(reader).read(),
                reader.text(ConfigKey.ATTRS_PREFIX),
                disclosure)
            .shared();
    Propagation propagation =
        reader.oneOf(
            ConfigKey.PROPAGATION,
            reader.text(ConfigKey.PROPAGATION),
            Propagation::named,
            "context, user, none",
            Propagation.NONE);
    Set<LogOutput> logs = logs(reader);
    BaggageConfig baggage = new BaggageReader(reader).read();
    if (!reader.problems().isEmpty()) {
      throw new InvalidConfigException(reader.problems());
    }
    if (disclosure.pseudonyms() != null) {
      PersonalData.hide();
    }
    return new UserContextConfig(
        enabled, renderer, identity, propagation, logs, baggage, UnknownKeys.in(settings.keys()));
  }

  private static Set<LogOutput> logs(ConfigReader reader) {
    List<String> names = reader.list(ConfigKey.LOGS);
    Set<LogOutput> logs = new TreeSet<>();
    if (!names.equals(List.of("none"))) {
      for (String name : names) {
        LogOutput.named(name)
            .ifPresentOrElse(
                logs::add,
                () -> reader.invalid(ConfigKey.LOGS, name, "must be none, or otel, mdc, or both"));
      }
    }
    return Set.copyOf(logs);
  }

  /** The names of the vocabularies, for people. */
  public String vocabularies() {
    return renderer.vocabularies().stream()
        .map(Vocabulary::configName)
        .collect(Collectors.joining(", "));
  }
}
