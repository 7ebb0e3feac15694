package io.tenantsmith.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A schema from the jar, ready for use. */
record CompiledSchema(Schema validator, Shape shape) {

  static CompiledSchema load(SchemaKind kind) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config));
    Schema schema = registry.getSchema(text(kind), InputFormat.JSON);
    return new CompiledSchema(schema, Shape.of(schema.getSchemaNode()));
  }

  private static String text(SchemaKind kind) {
    try (InputStream in = CompiledSchema.class.getResourceAsStream(kind.fileName())) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + kind.fileName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
