package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A node as maps, lists, texts, numbers and booleans, as far as every reader of YAML reads the same
 * there.
 */
public final class AgreedTree {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9]");

  private final @Nullable Object tree;
  private @Nullable String fault;

  private AgreedTree(YamlNode node) {
    this.tree = plain(node);
  }

  /** The tree of a node. */
  public static AgreedTree of(YamlNode node) {
    return new AgreedTree(node);
  }

  /** What others could read differently; the tree counts only if this is empty. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Maps and lists that may be changed. */
  public @Nullable Object tree() {
    return tree;
  }

  /**
   * The tree in block style, with its last line break. A comment keeps the line breaks of a text
   * that stands last: Kustomize trims a patch before it reads it.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    YamlWriter.appendingTo(text).item(tree, 0);
    text.append('\n');
    return last(tree).endsWith("\n") ? text.append("# end\n").toString() : text.toString();
  }

  /** The text that is written last; empty if it is none. */
  private static String last(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.keySet().stream()
          .map(String.class::cast)
          .max(YamlWriter.keyOrder())
          .map(key -> last(map.get(key)))
          .orElse("");
    }
    if (node instanceof List<?> list) {
      return list.isEmpty() ? "" : last(list.get(list.size() - 1));
    }
    return node instanceof String text ? text : "";
  }

  private @Nullable Object plain(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return map(mapping);
    }
    if (node instanceof YamlSequence sequence) {
      List<@Nullable Object> list = new ArrayList<>();
      sequence.items().forEach(item -> list.add(plain(item)));
      return list;
    }
    return scalar((YamlScalar) node);
  }

  private Map<String, @Nullable Object> map(YamlMapping mapping) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      YamlScalar key = entry.key();
      if (key.plain() && PlainText.isAmbiguous(key.text())) {
        refuse("the key " + Quoted.quote(key.text()) + " needs quotes");
      }
      map.put(entry.name(), plain(entry.value()));
    }
    return map;
  }

  private @Nullable Object scalar(YamlScalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) {
      return text;
    }
    return switch (scalar.type()) {
      case NULL -> nothing(text);
      case BOOLEAN -> bool(text);
      case INTEGER, NUMBER -> number(text);
      case STRING -> PlainText.isAmbiguous(text) ? ambiguous(text) : text;
    };
  }

  private @Nullable Object nothing(String text) {
    if (!text.equals("null")) {
      refuse("write null where nothing shall stand");
    }
    return null;
  }

  private Object bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> ambiguous(text);
    };
  }

  private Object number(String text) {
    if (INTEGER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    }
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : ambiguous(text);
  }

  private String ambiguous(String text) {
    refuse(Quoted.quote(text) + " is read differently by others; quote it");
    return text;
  }

  /** The first fault counts. */
  private void refuse(String fact) {
    if (fault == null) {
      fault = fact;
    }
  }
}
