package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which attributes each term is written, by several vocabularies at once. */
final class TermKeys {

  private final Map<Term, List<String>> names = new EnumMap<>(Term.class);
  private final Set<String> all = new LinkedHashSet<>();

  TermKeys(List<Vocabulary> vocabularies) {
    for (Term term : Term.values()) {
      Set<String> ofTerm = new LinkedHashSet<>();
      for (Vocabulary vocabulary : vocabularies) {
        String name = vocabulary.names().get(term);
        if (name != null && !all.contains(name)) {
          ofTerm.add(name);
        }
      }
      if (ofTerm.isEmpty() && term.isAlwaysTold()) {
        ofTerm.add(String.valueOf(Vocabulary.FLAT.names().get(term)));
      }
      all.addAll(ofTerm);
      names.put(term, List.copyOf(ofTerm));
    }
  }

  List<String> of(Term term) {
    return names.getOrDefault(term, List.of());
  }

  boolean contains(AttributeKey<?> key) {
    return all.contains(key.getKey());
  }
}
