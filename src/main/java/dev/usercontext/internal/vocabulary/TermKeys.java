package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which attributes each term is written, by several vocabularies at once. */
final class TermKeys {

  private static final List<AttributeKey<?>> NONE = List.of();

  private final Map<Term, List<AttributeKey<?>>> keys = new EnumMap<>(Term.class);
  private final Set<String> names = new HashSet<>();

  TermKeys(List<Vocabulary> vocabularies) {
    for (Term term : Term.values()) {
      Set<String> ofTerm = new LinkedHashSet<>();
      for (Vocabulary vocabulary : vocabularies) {
        String name = vocabulary.names().get(term);
        if (name != null && !names.contains(name)) {
          ofTerm.add(name);
        }
      }
      if (ofTerm.isEmpty() && term.isAlwaysTold()) {
        ofTerm.add(String.valueOf(Vocabulary.FLAT.names().get(term)));
      }
      names.addAll(ofTerm);
      keys.put(term, ofTerm.stream().<AttributeKey<?>>map(term::key).toList());
    }
  }

  List<AttributeKey<?>> of(Term term) {
    return keys.getOrDefault(term, NONE);
  }

  boolean contains(String name) {
    return names.contains(name);
  }
}
