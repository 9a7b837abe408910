package dev.usercontext.dashboard.intake;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** OTLP's attributes as those of a stored span. */
final class OtlpAttributes {
  private OtlpAttributes() {}

  /** In the order of their names; of two with the same name the last one counts. */
  static Map<String, Object> read(List<KeyValue> attributes) {
    Map<String, Object> read = new TreeMap<>();
    for (KeyValue attribute : attributes) {
      Object value = value(attribute.getValue());
      if (value != null) {
        read.put(attribute.getKey(), value);
      }
    }
    return read;
  }

  private static @Nullable Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (AnyValue element : value.getArrayValue().getValuesList()) {
          list.add(value(element));
        }
        yield list;
      }
      case KVLIST_VALUE -> read(value.getKvlistValue().getValuesList());
      case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
      default -> null;
    };
  }
}
