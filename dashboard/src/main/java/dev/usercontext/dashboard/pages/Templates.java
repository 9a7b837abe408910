package dev.usercontext.dashboard.pages;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The templates under {@code templates/}. Each value is escaped: what spans hold may be written by
 * anybody.
 */
@Singleton
public class Templates {
  private static final String HTML = "text/html";

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(HTML)))
          .addLocator(Templates::locate)
          .build();

  /** Renders one of them. */
  String render(String template, Map<String, Object> data) {
    return engine.getTemplate(template).data(data).render();
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
    String path = "templates/" + id + ".html";
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Location(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Location(String text) implements TemplateLocator.TemplateLocation {
    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(HTML));
    }
  }
}
