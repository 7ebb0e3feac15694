package io.tenantsmith.schema;

import com.networknt.schema.Error;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks documents against the schemas; compiles each schema once, when it is first needed. */
public final class SchemaCheck {

  private static final List<String> SOFT = List.of("pattern", "format");

  private final Map<SchemaKind, CompiledSchema> compiled = new ConcurrentHashMap<>();

  /** Finds everything in a document that its schema refuses. */
  public SchemaReport check(YamlDocument document, SchemaKind kind) {
    CompiledSchema schema = compiled.computeIfAbsent(kind, CompiledSchema::load);
    SchemaDiagnostics diagnostics = new SchemaDiagnostics();
    Place root = Place.of(document.root(), schema.shape());
    new FirstLook(diagnostics, kind).at(root);
    // Of two mistakes at one value only the first is reported.
    for (Error error : schema.errors(document.root())) {
      add(diagnostics, root, error, kind);
    }
    return diagnostics.report();
  }

  private static void add(SchemaDiagnostics diagnostics, Place root, Error error, SchemaKind kind) {
    Place place = root.follow(error.getInstanceLocation());
    Shape shape = place == null ? null : place.shape();
    if (place == null || shape == null) {
      return; // below an unknown field, which is reported at its key
    }
    switch (error.getKeyword()) {
      case "required" -> missing(diagnostics, place, error.getProperty());
      case "additionalProperties" -> unknown(diagnostics, place, error.getProperty(), kind);
      case "type" -> diagnostics.hard(place.node(), WrongType.at(place, shape));
      case "propertyNames" -> name(diagnostics, place, error.getProperty());
      default -> value(diagnostics, place, shape, error);
    }
  }

  private static void value(SchemaDiagnostics diagnostics, Place place, Shape shape, Error error) {
    Diagnostic diagnostic = WrongValue.at(place, shape, error.getKeyword());
    if (SOFT.contains(error.getKeyword())) {
      diagnostics.soft(place.node(), diagnostic);
    } else {
      diagnostics.hard(place.node(), diagnostic);
    }
  }

  private static void unknown(
      SchemaDiagnostics diagnostics, Place parent, String name, SchemaKind kind) {
    if (parent.node() instanceof YamlMapping mapping) {
      mapping
          .find(name)
          .ifPresent(
              e -> diagnostics.hard(e.key(), UnknownField.at(name, e.key().range(), parent, kind)));
    }
  }

  private static void name(SchemaDiagnostics diagnostics, Place parent, String name) {
    if (parent.node() instanceof YamlMapping mapping) {
      mapping.find(name).ifPresent(e -> diagnostics.hard(e.key(), WrongValue.key(e.key(), parent)));
    }
  }

  private static void missing(SchemaDiagnostics diagnostics, Place parent, String name) {
    if (parent.node() instanceof YamlMapping mapping
        && mapping.entries().stream().anyMatch(e -> isMeant(e.name(), name, parent))) {
      return; // reported at the misspelt key
    }
    String of = parent.root() ? "" : " in " + parent.title();
    Shape shape = parent.shape() == null ? null : parent.shape().below(name);
    String example = shape == null ? "" : shape.writtenExample();
    diagnostics.without(
        Diagnostic.error(
                Code.SCH001, parent.head(), "the field " + Quoted.quote(name) + " is missing" + of)
            .withHint(
                example.isEmpty() ? "add it" : "add it, for instance  " + name + ": " + example));
  }

  private static boolean isMeant(String written, String name, Place parent) {
    return UnknownField.meant(written, parent).filter(name::equals).isPresent();
  }
}
