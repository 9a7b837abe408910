package dev.usercontext.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.Project;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a native image has to be told names what the library asks for by name. No image is built:
 * this holds the names to the sources and to the classes that are here.
 */
class NativeImageTest {

  private static final String RESOURCES = "src/main/resources/META-INF/";
  private static final String CONFIG = RESOURCES + "native-image/dev.usercontext/user-context/";
  private static final Pattern ASKED =
      Pattern.compile("ClassPresence\\.isPresent\\(\\s*\"([^\"]+)\"");

  /** What only WildFly has, of which there are no images. */
  private static final Set<String> ELSEWHERE = Set.of("org.jboss.logging.MDC");

  @Test
  void namesEveryClassThatTheLibraryLooksFor() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (String source : sources()) {
      ASKED.matcher(source).results().map(found -> found.group(1)).forEach(asked::add);
    }
    asked.removeAll(ELSEWHERE);
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(names()).containsAll(asked);
  }

  @Test
  void namesEveryProviderThatARuntimeMakes() throws IOException {
    Set<String> providers = new TreeSet<>();
    try (Stream<Path> files = Files.list(Project.base().resolve(RESOURCES + "services"))) {
      for (Path file : files.filter(file -> !file.toString().contains("inject")).toList()) {
        providers.addAll(Files.readAllLines(file));
      }
    }
    assertThat(names()).containsAll(providers);
  }

  @Test
  void everyMethodIsThereOrOfALaterVersion() throws ClassNotFoundException {
    for (JsonObject entry : entries()) {
      if (entry.getString("name").startsWith("dev.usercontext") && entry.containsKey("methods")) {
        Class<?> type = Class.forName(entry.getString("name"), false, loader());
        assertThat(type.getDeclaredConstructors()).anyMatch(made -> made.getParameterCount() == 0);
      }
    }
    assertThat(method("io.opentelemetry.sdk.logs.LogRecordProcessor")).isEqualTo("composite");
    assertThat(method("io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder"))
        .isEqualTo("addLogRecordProcessor");
    assertThat(method("io.opentelemetry.sdk.logs.ReadWriteLogRecord")).isEqualTo("setAttribute");
  }

  /** The one method that is configured, found on the class that is here. */
  private static String method(String type) throws ClassNotFoundException {
    JsonObject entry =
        entries().stream().filter(one -> one.getString("name").equals(type)).findFirst().get();
    JsonObject method = entry.getJsonArray("methods").getJsonObject(0);
    List<String> parameters =
        method.getJsonArray("parameterTypes").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    return Arrays.stream(Class.forName(type, false, loader()).getMethods())
        .filter(found -> found.getName().equals(method.getString("name")))
        .filter(
            found ->
                Arrays.stream(found.getParameterTypes())
                    .map(Class::getTypeName)
                    .toList()
                    .equals(parameters))
        .findFirst()
        .map(found -> found.getName())
        .orElse("no such method");
  }

  private static ClassLoader loader() {
    return NativeImageTest.class.getClassLoader();
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    entries().forEach(entry -> names.add(entry.getString("name")));
    return names;
  }

  private static List<JsonObject> entries() {
    String text = Project.read(CONFIG + "reflect-config.json").orElseThrow();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class);
    }
  }

  private static List<String> sources() throws IOException {
    String root = "src/main/java/" + UserContext.class.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.walk(Project.base().resolve(root))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> Project.read(Project.base().relativize(file).toString()).orElseThrow())
          .toList();
    }
  }
}
