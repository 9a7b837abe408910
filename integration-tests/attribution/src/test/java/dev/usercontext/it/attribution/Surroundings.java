package dev.usercontext.it.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same rows, or the essential ones, with other identities, packaging or configuration. */
final class Surroundings {

  private static final Map<String, List<String>> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("MicroProfile JWT instead of BASIC", List.of("JwtIT"));
    TITLES.put("claims, roles and `act` of a token", List.of("ClaimsIT"));
    TITLES.put("pseudonyms, container attributes, `usercontext.roles=*`", List.of("PseudonymsIT"));
    TITLES.put("Jakarta Security", List.of("JakartaSecurityIT"));
    TITLES.put("Jakarta Security's `authenticate()` in mid-request", List.of("AuthenticateIT"));
    TITLES.put("lazy authentication", List.of("LazyAuthenticationIT"));
    TITLES.put("a `UserContextResolver`", List.of("ResolverIT"));
    TITLES.put(
        "any `beans.xml`, `metadata-complete`",
        List.of("BeansXmlAllIT", "BeansXmlAnnotatedIT", "MetadataCompleteIT"));
    TITLES.put("packaged, `java -jar`", List.of("PackagedIT"));
    TITLES.put("jar in `lib` of an EAR with two WARs", List.of("EarIT"));
    TITLES.put("jar in each WAR of an EAR", List.of("EarWithLibraryInWarsIT"));
    TITLES.put("`mpTelemetry-2.0`", List.of("Telemetry20IT"));
    TITLES.put("Open Liberty's runtime mode", List.of("RuntimeModeIT"));
    TITLES.put("`usercontext.propagation=user`: managed tasks", List.of("PropagationUserIT"));
    TITLES.put("`usercontext.propagation=none`: managed tasks", List.of("PropagationNoneIT"));
  }

  private Surroundings() {}

  static String lines(Collection<Runtime> runtimes) {
    StringBuilder text = new StringBuilder();
    TITLES.forEach(
        (title, tests) -> {
          List<String> cells = new ArrayList<>();
          runtimes.forEach(runtime -> cells.add(Seen.by(runtime, tests).summary().toString()));
          text.append(Markdown.line(title, cells));
        });
    return text.toString();
  }
}
