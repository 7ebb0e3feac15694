package io.tenantsmith.harness;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The page of one kind of input file, as Markdown: every field of its schema with type, default,
 * example and meaning, and which other files may state it for a tenant.
 */
public final class FieldReference {

  private static final Map<String, String> FILES =
      Map.of(
          "tenant", "tenants/<tenant_id>.yaml",
          "template", "tiers/templates/<template>.yaml",
          "tier", "tiers/<tier>.yaml",
          "fleet", "fleet.yaml");

  private final String kind;
  private final TenantSchema schema;
  private final StringBuilder page = new StringBuilder();

  private FieldReference(String kind) throws IOException {
    this.kind = kind;
    this.schema = TenantSchema.read(kind);
  }

  /** The page of {@code tenant}, {@code template}, {@code tier} or {@code fleet}. */
  public static String of(String kind) throws IOException {
    return new FieldReference(kind).page();
  }

  private String page() {
    JsonNode root = schema.root();
    line("# `" + FILES.get(kind) + "`: fields");
    line("");
    line(text(root, "description") + " Made from `schema/" + kind + ".schema.json` by a test.");
    line("[What the columns mean](README.md).");
    line("");
    line("```yaml");
    page.append(YamlTrees.block(root.get("examples").get(0)));
    line("```");
    line("");
    line("## At the top");
    line("");
    table();
    for (Map.Entry<String, JsonNode> field : root.get("properties").properties()) {
      if (isPlain(schema.resolve(field.getValue()))) {
        row(field.getKey(), field.getKey(), field.getValue());
      } else {
        line("| [`" + field.getKey() + "`](#" + field.getKey() + ") | | | | below |");
      }
    }
    for (Map.Entry<String, JsonNode> field : root.get("properties").properties()) {
      if (!isPlain(schema.resolve(field.getValue()))) {
        section(field.getKey(), field.getValue());
      }
    }
    return page.toString();
  }

  private void section(String name, JsonNode unresolved) {
    JsonNode field = schema.resolve(unresolved);
    line("");
    line("## " + name);
    line("");
    line(sentence(unresolved, field) + form(field) + alsoIn(name, " "));
    line("");
    table();
    rows(name, field);
  }

  /** The description at the place, or of what it refers to. */
  private static String sentence(JsonNode unresolved, JsonNode field) {
    return unresolved.path("description").asString(text(field, "description"));
  }

  private String form(JsonNode field) {
    String usual = field.has("default") ? "; default " + value(field.get("default")) : "";
    return field.has("items") ? " A " + type(field) + usual + "." : "";
  }

  private void table() {
    line("| field | type | default | example | what |");
    line("|---|---|---|---|---|");
  }

  /** The rows of what is below a field. */
  private void rows(String path, JsonNode field) {
    if (field.has("properties")) {
      for (Map.Entry<String, JsonNode> below : field.get("properties").properties()) {
        if (isOfTheTop(below.getValue())) {
          continue;
        }
        any(path + "." + below.getKey(), below.getValue());
      }
    } else if (field.has("items")) {
      JsonNode item = schema.resolve(field.get("items"));
      if (isPlain(item)) {
        row(path + "[]", path + "[]", item);
      } else {
        rows(path + "[]", item);
      }
    } else if (field.path("additionalProperties").isObject()) {
      any(path + ".<name>", field.get("additionalProperties"));
    }
  }

  /** A field that means what it means at the top of the file. */
  private static boolean isOfTheTop(JsonNode field) {
    return field.path("$ref").asString("").startsWith("#/properties/");
  }

  private void any(String path, JsonNode unresolved) {
    JsonNode field = schema.resolve(unresolved);
    row(path, path, field);
    if (!isPlain(field)) {
      rows(path, field);
    }
  }

  private void row(String shown, String path, JsonNode unresolved) {
    JsonNode field = schema.resolve(unresolved);
    line(
        "| `"
            + shown
            + "` | "
            + cell(type(field))
            + " | "
            + value(field.get("default"))
            + " | "
            + (isPlain(field) ? value(field.path("examples").get(0)) : "")
            + " | "
            + cell((isRequired(path) ? "**Required.** " : "") + text(field, "description"))
            + alsoIn(path, " ")
            + " |");
  }

  /** Whether whoever states what is around it must state it, too. */
  private boolean isRequired(String path) {
    JsonNode at = schema.root();
    String name = path;
    for (int dot = path.indexOf('.'); dot > 0; dot = name.indexOf('.')) {
      String parent = name.substring(0, dot);
      boolean item = parent.endsWith("[]");
      at = below(at, item ? parent.substring(0, parent.length() - 2) : parent);
      at = item ? schema.resolve(at.path("items")) : at;
      name = name.substring(dot + 1);
    }
    String last = name;
    return at.path("required").valueStream().anyMatch(r -> r.asString().equals(last));
  }

  private JsonNode below(JsonNode field, String name) {
    JsonNode named = field.path("properties").path(name);
    return schema.resolve(named.isMissingNode() ? field.path("additionalProperties") : named);
  }

  /** Which other files may state it for a tenant. */
  private String alsoIn(String path, String before) {
    List<String> others = new ArrayList<>();
    for (Document own : Document.values()) {
      if (own.schema().equals(kind)) {
        for (Key<?> key : KeyTable.of(own)) {
          if (own.path(key).equals(path)) {
            key.documents().stream()
                .filter(other -> other != own && other != Document.NEXT)
                .map(FieldReference::place)
                .forEach(others::add);
          }
        }
      }
    }
    return others.isEmpty()
        ? ""
        : before + "*Also in: " + String.join(", ", others.stream().distinct().toList()) + ".*";
  }

  private static String place(Document document) {
    return switch (document) {
      case TENANT -> "[tenant](tenant.md)";
      case TIER, NEXT -> "[tier](tier.md)";
      case TEMPLATE -> "[template](template.md)";
      case DEFAULTS -> "[fleet](fleet.md), below `defaults`";
      case FLEET -> "[fleet](fleet.md)";
      case CLUSTER -> "[fleet](fleet.md), below `clusters[]`";
    };
  }

  private boolean isPlain(JsonNode field) {
    if (field.has("items")) {
      return isPlain(schema.resolve(field.get("items")));
    }
    return !field.has("properties") && !field.path("additionalProperties").isObject();
  }

  private String type(JsonNode field) {
    if (field.has("enum")) {
      return field.get("enum").valueStream().map(this::value).collect(Collectors.joining(", "));
    }
    if (field.has("const")) {
      return value(field.get("const"));
    }
    if (field.has("items")) {
      return "list of " + items(field) + bounds(field, "Items");
    }
    JsonNode type = field.path("type");
    String names =
        type.isArray()
            ? type.valueStream().map(t -> word(t.asString())).collect(Collectors.joining(" or "))
            : word(type.asString("object"));
    return names + range(field) + bounds(field, "Length");
  }

  private String items(JsonNode field) {
    JsonNode item = schema.resolve(field.get("items"));
    return isPlain(item) ? type(item) : "mappings";
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "mapping";
      case "array" -> "list";
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String range(JsonNode field) {
    String least = field.path("minimum").asString(field.path("exclusiveMinimum").asString(""));
    String most = field.path("maximum").asString("");
    boolean open = field.has("exclusiveMinimum") && !field.has("minimum");
    if (least.isEmpty() && most.isEmpty()) {
      return "";
    }
    String from = least.isEmpty() ? "" : (open ? ", more than " : ", at least ") + least;
    return from + (most.isEmpty() ? "" : ", at most " + most);
  }

  private static String bounds(JsonNode field, String what) {
    String most = field.path("max" + what).asString("");
    String unit = what.equals("Items") ? "" : " characters";
    return most.isEmpty() ? "" : ", at most " + most + unit;
  }

  /** A value as it is written in YAML, on one line. */
  private String value(JsonNode value) {
    return value == null || value.isMissingNode()
        ? ""
        : "`" + YamlTrees.flow(value).replace("|", "\\|") + "`";
  }

  private static String text(JsonNode field, String name) {
    return field.path(name).asString("");
  }

  /** In a table a bar and a line end would end the cell. */
  private static String cell(String text) {
    if (text.startsWith("`")) {
      return text;
    }
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
