package io.tenantsmith.schema;

import com.networknt.schema.Schema;
import io.tenantsmith.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema from the jar, ready for use. A document without a mistake, as most are, is recognized by
 * {@link Conformity}; the validator, which finds mistakes and takes a fifth of a short run to load,
 * is made when a document has one.
 */
final class CompiledSchema {

  private final SchemaKind kind;
  private final Shape shape;
  private final Conformity conformity;
  private @Nullable Schema validator;

  private CompiledSchema(SchemaKind kind, SchemaTree tree) {
    this.kind = kind;
    this.shape = Shape.of(tree);
    this.conformity = Conformity.of(tree);
  }

  static CompiledSchema load(SchemaKind kind) {
    return new CompiledSchema(kind, SchemaTree.of(kind));
  }

  Shape shape() {
    return shape;
  }

  /** What the schema refuses in a document, as the validator reports it. */
  List<com.networknt.schema.Error> errors(YamlMapping root) {
    return conformity.holdsFor(root) ? List.of() : validator().validate(JsonConversion.of(root));
  }

  private synchronized Schema validator() {
    Schema known = validator;
    if (known == null) {
      known = Validator.of(kind);
      validator = known;
    }
    return known;
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
