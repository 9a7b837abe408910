package dev.usercontext.internal.config;

import dev.usercontext.internal.claims.ClaimSource;
import dev.usercontext.internal.claims.ClaimSource.Kind;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.privacy.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what is taken of an identity. */
final class IdentityReader {

  private static final String NONE = "none";
  private static final String ALL = "*";

  private final ConfigReader reader;
  private final Set<String> trusted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> unused = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  IdentityReader(ConfigReader reader) {
    this.reader = reader;
  }

  IdentityRules read() {
    trusted.addAll(list(ConfigKey.TRUSTED_HEADERS));
    unused.addAll(trusted);
    List<String> roles = list(ConfigKey.ROLES);
    IdentityRules rules =
        new IdentityRules(
            sources(ConfigKey.CLAIM_USER_ID),
            sources(ConfigKey.CLAIM_EMAIL),
            attrs(),
            actor(),
            roles,
            roles.contains(ALL),
            reader.bool(ConfigKey.SESSION));
    for (String header : unused) {
      reader.invalid(
          ConfigKey.TRUSTED_HEADERS,
          reader.text(ConfigKey.TRUSTED_HEADERS),
          "nothing takes "
              + header
              + "; write header:"
              + header
              + " in one of usercontext.claims.*");
    }
    return rules;
  }

  private List<ClaimSource> actor() {
    if (reader.text(ConfigKey.CLAIM_ACTOR).equals(NONE)) {
      return List.of();
    }
    List<ClaimSource> actor = sources(ConfigKey.CLAIM_ACTOR);
    // The same list, for each request compares it.
    return actor.equals(IdentityRules.DEFAULT.actor()) ? IdentityRules.DEFAULT.actor() : actor;
  }

  private List<ClaimSource> sources(ConfigKey key) {
    return list(key).stream().map(text -> source(key, text)).toList();
  }

  /** Entries of the form {@code plan}, {@code tenant=org/id} or {@code tenant=org/id|tid}. */
  private Map<String, List<ClaimSource>> attrs() {
    Map<String, List<ClaimSource>> attrs = new LinkedHashMap<>();
    for (String entry : list(ConfigKey.CLAIM_ATTRS)) {
      int equals = entry.indexOf('=');
      String name = equals < 0 ? defaultName(entry) : entry.substring(0, equals).strip();
      List<ClaimSource> sources = new ArrayList<>();
      for (String text : entry.substring(equals + 1).split("\\|", -1)) {
        if (text.isBlank()) {
          invalidAttr(entry, "must have the form name=claim");
        } else {
          sources.add(source(ConfigKey.CLAIM_ATTRS, text.strip()));
        }
      }
      if (name.isEmpty() || name.length() > Limits.DEFAULT.nameLength()) {
        invalidAttr(entry, "needs a name of 1 to " + Limits.DEFAULT.nameLength() + " characters");
      } else if (attrs.put(name, List.copyOf(sources)) != null) {
        invalidAttr(entry, "is there twice; write " + name + "=one|other to have either");
      }
    }
    if (attrs.size() > Limits.DEFAULT.attrs()) {
      invalidAttr("...", "are more than " + Limits.DEFAULT.attrs());
    }
    return attrs;
  }

  private static String defaultName(String entry) {
    String first = entry.split("\\|", -1)[0].strip();
    ClaimSource source = ClaimSource.parse(first);
    return source.kind() == Kind.HEADER
        ? source.name().toLowerCase(Locale.ROOT)
        : source.name().replace('/', '.');
  }

  private ClaimSource source(ConfigKey key, String text) {
    ClaimSource source = ClaimSource.parse(text);
    if (source.kind() == Kind.HEADER) {
      unused.remove(source.name());
      if (!trusted.contains(source.name())) {
        reader.invalid(
            key,
            reader.text(key),
            "everybody can send the header "
                + source.name()
                + "; if your proxy sets or removes it on every request, name it in "
                + ConfigKey.TRUSTED_HEADERS.key());
      }
    }
    return source;
  }

  private void invalidAttr(String entry, String reason) {
    reader.invalid(ConfigKey.CLAIM_ATTRS, entry, reason);
  }

  /** Without what is between two commas, or behind the last, by mistake. */
  private List<String> list(ConfigKey key) {
    List<String> parts = reader.list(key);
    if (parts.contains("")) {
      reader.invalid(key, reader.text(key), "must be names between commas");
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }
}
