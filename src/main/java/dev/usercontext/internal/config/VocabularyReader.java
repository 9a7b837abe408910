package dev.usercontext.internal.config;

import dev.usercontext.internal.vocabulary.Term;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the vocabularies: the built-in ones by name, and those that the application defines by keys
 * such as {@code usercontext.vocabulary.acme.user-id}. To define one is to use it.
 */
final class VocabularyReader {

  static final String PREFIX = ConfigKey.PREFIX + "vocabulary.";

  private final ConfigReader reader;
  private final Set<String> defined = new TreeSet<>();

  VocabularyReader(ConfigReader reader) {
    this.reader = reader;
    for (String key : reader.settings().keys()) {
      if (isTerm(key)) {
        defined.add(key.substring(PREFIX.length(), key.lastIndexOf('.')));
      }
    }
  }

  /** Whether it is a key of this kind, which no list can name beforehand. */
  static boolean isTerm(String key) {
    int last = key.lastIndexOf('.');
    return key.startsWith(PREFIX)
        && last > PREFIX.length()
        && key.indexOf('.', PREFIX.length()) == last
        && Term.named(key.substring(last + 1)).isPresent();
  }

  List<Vocabulary> read() {
    Set<String> names = new LinkedHashSet<>(reader.list(ConfigKey.VOCABULARIES));
    Set<Vocabulary> vocabularies = new LinkedHashSet<>();
    names.addAll(defined);
    for (String name : names) {
      Optional<Vocabulary> builtIn = Vocabulary.named(name);
      if (builtIn.isPresent()) {
        vocabularies.add(builtIn.get());
        refuseTermsOf(name);
      } else {
        own(name).ifPresent(vocabularies::add);
      }
    }
    return vocabularies.isEmpty() ? List.of(Vocabulary.FLAT) : List.copyOf(vocabularies);
  }

  private void refuseTermsOf(String builtIn) {
    if (defined.contains(builtIn)) {
      reader.invalid(
          PREFIX + builtIn, "...", "this vocabulary is built in; define one of another name");
    }
  }

  private Optional<Vocabulary> own(String name) {
    Map<Term, String> names = new EnumMap<>(Term.class);
    for (Term term : Term.values()) {
      reader
          .optionalText(PREFIX + name + "." + term.configName())
          .ifPresent(attribute -> names.put(term, attribute));
    }
    if (names.containsKey(Term.USER_ID)) {
      return Optional.of(new Vocabulary(name, names));
    }
    if (defined.contains(name)) {
      String key = PREFIX + name + "." + Term.USER_ID.configName();
      reader.invalid(
          key, "", "every vocabulary needs a name for the id, as in " + key + "=acme.id");
    } else {
      reader.invalid(
          ConfigKey.VOCABULARIES,
          reader.text(ConfigKey.VOCABULARIES),
          "unknown vocabulary \""
              + name
              + "\", must be one or more of "
              + builtInNames()
              + ", or one with its own "
              + PREFIX
              + name
              + ".user-id");
    }
    return Optional.empty();
  }

  private static String builtInNames() {
    return Vocabulary.BUILT_IN.stream()
        .map(Vocabulary::configName)
        .collect(Collectors.joining(", "));
  }

  /** What may stand in the place of the term, for messages. */
  static String terms() {
    return Arrays.stream(Term.values()).map(Term::configName).collect(Collectors.joining(", "));
  }
}
