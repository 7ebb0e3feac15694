package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlReader;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a patch; refuses what another YAML reader could read differently. */
final class PatchText {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9]");

  private PatchText() {}

  static PatchBody read(String text) throws PatchRefused {
    boolean isList = text.stripLeading().startsWith("-") || text.stripLeading().startsWith("[");
    // The reader takes mappings only, so a list is read below a key.
    String body = isList ? "operations:\n  " + text.replace("\n", "\n  ") : text;
    Result<YamlDocument> read =
        new YamlReader().read("patch", body.getBytes(StandardCharsets.UTF_8));
    YamlDocument document = read.value().orElse(null);
    if (document == null || read.diagnostics().stream().anyMatch(d -> d.isError())) {
      throw new PatchRefused("its text cannot be read");
    }
    Map<String, @Nullable Object> tree = map(document.root());
    return isList && tree.get("operations") instanceof List<?> list
        ? operations(list)
        : merge(tree);
  }

  private static PatchBody operations(List<?> list) throws PatchRefused {
    List<Operation> operations = new ArrayList<>();
    for (Object item : list) {
      operations.add(Operation.of(item));
    }
    return new PatchBody.Operations(operations);
  }

  /**
   * Kustomize requires kind and name even where a target selects, and keeps those of the object.
   */
  private static PatchBody merge(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (!(tree.remove("kind") instanceof String)
        || !(tree.get("metadata") instanceof Map<?, ?> metadata)
        || !(Trees.map(metadata).remove("name") instanceof String)) {
      throw new PatchRefused("a strategic merge patch needs kind and metadata.name");
    }
    if (tree.containsKey("apiVersion") && !(tree.remove("apiVersion") instanceof String)) {
      throw new PatchRefused("its apiVersion is not text");
    }
    Trees.map(metadata).remove("namespace");
    if (metadata.isEmpty()) {
      tree.remove("metadata");
    }
    return new PatchBody.Merge(tree);
  }

  private static @Nullable Object plain(YamlNode node) throws PatchRefused {
    if (node instanceof YamlMapping mapping) {
      return map(mapping);
    }
    if (node instanceof YamlSequence sequence) {
      List<@Nullable Object> list = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        list.add(plain(item));
      }
      return list;
    }
    return scalar((YamlScalar) node);
  }

  private static Map<String, @Nullable Object> map(YamlMapping mapping) throws PatchRefused {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      YamlScalar key = entry.key();
      if (key.plain() && PlainText.isAmbiguous(key.text())) {
        throw new PatchRefused("the key " + Quoted.quote(key.text()) + " needs quotes");
      }
      map.put(entry.name(), plain(entry.value()));
    }
    return map;
  }

  private static @Nullable Object scalar(YamlScalar scalar) throws PatchRefused {
    String text = scalar.text();
    if (!scalar.plain()) {
      return text;
    }
    return switch (scalar.type()) {
      case NULL -> nothing(text);
      case BOOLEAN -> bool(text);
      case INTEGER, NUMBER -> number(text);
      case STRING -> unquoted(text);
    };
  }

  private static @Nullable Object nothing(String text) throws PatchRefused {
    if (!text.equals("null")) {
      throw new PatchRefused("write null where nothing shall stand");
    }
    return null;
  }

  private static Object bool(String text) throws PatchRefused {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ambiguous(text);
    };
  }

  private static Object number(String text) throws PatchRefused {
    if (INTEGER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw ambiguous(text);
  }

  private static Object unquoted(String text) throws PatchRefused {
    if (PlainText.isAmbiguous(text)) {
      throw ambiguous(text);
    }
    return text;
  }

  private static PatchRefused ambiguous(String text) {
    return new PatchRefused(Quoted.quote(text) + " is read differently by others; quote it");
  }
}
