package io.tenantsmith.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The library's validator of a schema, which finds every mistake in a document. */
final class Validator {

  /** A word to editors; the validator would warn that it does not know it. */
  private static final String FOR_EDITORS = "doNotSuggest";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Validator() {}

  static Schema of(SchemaKind kind) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config));
    return registry.getSchema(whole(kind));
  }

  /**
   * A schema with the parts that it shares with others inside, so that a mistake is found and
   * reported as if they stood there.
   */
  private static ObjectNode whole(SchemaKind kind) {
    String own = CompiledSchema.text(kind.fileName());
    ObjectNode schema = tree(own.replace(SchemaTree.SHARED + "#/", "#/"));
    ObjectNode shared = (ObjectNode) tree(CompiledSchema.text(SchemaTree.SHARED)).get("$defs");
    schema.withObject("/$defs").setAll(shared);
    schema.findParents(FOR_EDITORS).forEach(node -> ((ObjectNode) node).remove(FOR_EDITORS));
    return schema;
  }

  private static ObjectNode tree(String text) {
    return (ObjectNode) JSON.readTree(text);
  }
}
