package io.tenantsmith.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A schema from the jar, ready for use. */
record CompiledSchema(Schema validator, Shape shape) {

  /** What several schemas refer to; an editor finds it beside them. */
  static final String SHARED = "shared.schema.json";

  /** A word to editors; the validator would warn that it does not know it. */
  private static final String FOR_EDITORS = "doNotSuggest";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static CompiledSchema load(SchemaKind kind) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config));
    Schema schema = registry.getSchema(whole(kind));
    return new CompiledSchema(schema, Shape.of(schema.getSchemaNode()));
  }

  /**
   * A schema with the parts that it shares with others inside, so that a mistake is found and
   * reported as if they stood there.
   */
  private static ObjectNode whole(SchemaKind kind) {
    ObjectNode schema = tree(text(kind.fileName()).replace(SHARED + "#/", "#/"));
    schema.withObject("/$defs").setAll((ObjectNode) tree(text(SHARED)).get("$defs"));
    schema.findParents(FOR_EDITORS).forEach(node -> ((ObjectNode) node).remove(FOR_EDITORS));
    return schema;
  }

  private static ObjectNode tree(String text) {
    return (ObjectNode) JSON.readTree(text);
  }

  static String text(String file) {
    try (InputStream in = CompiledSchema.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
