package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;

/** A list. */
public record YamlSequence(List<YamlNode> items, SourceRange range) implements YamlNode {

  /** Copies the items. */
  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public String typeName() {
    return "list";
  }
}
