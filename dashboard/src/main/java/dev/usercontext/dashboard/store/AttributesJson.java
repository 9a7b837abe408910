package dev.usercontext.dashboard.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import dev.usercontext.dashboard.model.SpanEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes as JSON text, and back with the same types. */
public final class AttributesJson {
  /** How large a key or a value may be is said where spans come in: what is stored can be read. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private AttributesJson() {}

  public static String write(Map<String, Object> attributes) {
    return write(json -> map(json, attributes));
  }

  public static String writeEvents(List<SpanEvent> events) {
    return write(
        json -> {
          json.writeStartArray();
          for (SpanEvent event : events) {
            json.writeStartObject();
            json.writeStringField("name", event.name());
            json.writeNumberField("time", event.timeNanos());
            json.writeFieldName("attributes");
            map(json, event.attributes());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  public static Map<String, Object> read(@Nullable String json) {
    return json == null ? Map.of() : asMap(parse(json));
  }

  public static List<SpanEvent> readEvents(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    List<SpanEvent> events = new ArrayList<>();
    for (Object event : (List<?>) parse(json)) {
      Map<String, Object> fields = asMap(event);
      events.add(
          new SpanEvent(
              (String) fields.get("name"),
              (Long) fields.get("time"),
              asMap(fields.get("attributes"))));
    }
    return events;
  }

  /** As {@link AttributeCondition} compares it: what JSON writes, a string without its quotes. */
  public static String text(@Nullable Object value) {
    return value instanceof List || value instanceof Map
        ? write(json -> value(json, value))
        : String.valueOf(value);
  }

  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String write(Content content) {
    SegmentedStringWriter writer = new SegmentedStringWriter(JSON._getBufferRecycler());
    try (JsonGenerator json = JSON.createGenerator(writer)) {
      content.writeTo(json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    try {
      return writer.getAndClear();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void map(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName((String) entry.getKey());
      value(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double number) {
      // JSON has no NaN and no infinity: they become texts.
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeString(number.toString());
      }
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      map(json, map);
    } else {
      throw new IllegalArgumentException("No attribute is a " + value.getClass().getName());
    }
  }

  private static Object parse(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      Object value = value(json);
      return value == null ? Map.of() : value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String key = json.currentName();
          json.nextToken();
          map.put(key, value(json));
        }
        yield map;
      }
      default -> null;
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
