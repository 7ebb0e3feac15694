package io.tenantsmith.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON text as a tree of maps, lists, strings, {@link BigDecimal}s, booleans and nulls. It
 * is for texts that each run reads: to bind JSON to classes, Jackson loads 450 of its own.
 */
public final class JsonReader {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonReader() {}

  /**
   * The tree of a text, its mappings in the order of the text.
   *
   * @throws IllegalArgumentException if it is not one JSON value
   */
  public static @Nullable Object read(String text) {
    return read(() -> JSON.createParser(ObjectReadContext.empty(), text));
  }

  /**
   * The tree of a file's content.
   *
   * @throws IllegalArgumentException if it is not one JSON value
   */
  static @Nullable Object read(byte[] content) {
    return read(() -> JSON.createParser(ObjectReadContext.empty(), content));
  }

  private static @Nullable Object read(Supplier<JsonParser> parsers) {
    try (JsonParser parser = parsers.get()) {
      parser.nextToken();
      Object tree = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("text after the end of the JSON");
      }
      return tree;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("the JSON ends too early");
    }
    return switch (token) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }

  private static Map<String, @Nullable Object> mapping(JsonParser parser) {
    Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      mapping.put(key, value(parser));
    }
    return mapping;
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }
}
