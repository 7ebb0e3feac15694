package io.tenantsmith.render.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a typed model, as its annotations describe it.
 *
 * @param name in JSON; {@link #MORE} for the map of those that the model does not name
 * @param field that holds the value
 * @param leftOutIfEmpty whether an empty list or map is left out as null is
 */
record ModelField(String name, Field field, boolean leftOutIfEmpty) {

  /** How every model calls the map of fields that it does not name. */
  private static final String MORE = "additionalProperties";

  /** A class never changes, so its fields are looked up once. */
  private static final ClassValue<List<ModelField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<ModelField> computeValue(Class<?> type) {
          return declaredIn(type);
        }
      };

  /** All that are written. */
  static List<ModelField> of(Class<?> type) {
    return FIELDS.get(type);
  }

  /** The value to write; null if there is none. */
  @Nullable Object valueIn(Object object) {
    try {
      Object value = field.get(object);
      return leftOutIfEmpty && isEmpty(value) ? null : value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the value is a map of further fields. */
  boolean holdsMore() {
    return name.equals(MORE);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return (value instanceof Collection<?> items && items.isEmpty())
        || (value instanceof Map<?, ?> entries && entries.isEmpty());
  }

  private static List<ModelField> declaredIn(Class<?> type) {
    List<ModelField> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      if (property != null) {
        fields.add(new ModelField(property.value(), readable(field), isLeftOutIfEmpty(field)));
      } else if (field.getName().equals(MORE)) {
        fields.add(new ModelField(MORE, readable(field), true));
      }
    }
    return List.copyOf(fields);
  }

  private static Field readable(Field field) {
    field.setAccessible(true);
    return field;
  }

  private static boolean isLeftOutIfEmpty(Field field) {
    JsonInclude include = field.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
  }
}
