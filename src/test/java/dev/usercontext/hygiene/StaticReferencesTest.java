package dev.usercontext.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.Project;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Quarkus keeps the classes of a library through a live reload, and servers keep those of an EAR
 * for all its WARs: what one application gave us must not be kept in a static field.
 */
class StaticReferencesTest {

  private static final List<String> OF_AN_APPLICATION =
      List.of(
          "jakarta.enterprise.",
          "jakarta.servlet.",
          "jakarta.ws.rs.",
          "io.opentelemetry.api.OpenTelemetry",
          "io.opentelemetry.api.trace.",
          "io.opentelemetry.context.Context",
          "io.opentelemetry.context.Scope",
          "io.opentelemetry.sdk.",
          "org.eclipse.microprofile.config.",
          "dev.usercontext.spi.",
          "dev.usercontext.internal.config.UserContextConfig",
          "dev.usercontext.internal.vocabulary.AttributeRenderer",
          "dev.usercontext.internal.privacy.Pseudonym",
          "dev.usercontext.internal.request.UserResolution",
          "java.lang.ClassLoader");

  @Test
  void noStaticFieldKeepsWhatBelongsToAnApplication() {
    assertThat(staticFields())
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(OF_AN_APPLICATION)
                    .as(field.toString())
                    .noneMatch(prefix -> isOf(field, prefix)));
  }

  @Test
  void allStateThatChangesIsKnown() {
    assertThat(
            staticFields()
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName()))
        .containsExactlyInAnyOrder(
            "AttributeRenderer.last",
            "KnownContainer.last",
            "Mdc.current",
            "PersonalData.hidden",
            "ProcessUser.user",
            "ProcessorPresence.loaded",
            "WeldScopes.known");
  }

  private static boolean isOf(Field field, String prefix) {
    // The key of the context is a constant.
    return field.getType().getName().startsWith(prefix)
        && !field.getType().getSimpleName().equals("ContextKey");
  }

  private static Stream<Field> staticFields() {
    return Project.classesOf(UserContext.class).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(field -> !field.getDeclaringClass().isEnum() || !field.isEnumConstant());
  }
}
