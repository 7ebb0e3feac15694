package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** A mapping in the order of the file; no key appears in it twice. */
public record YamlMapping(List<Entry> entries, SourceRange range) implements YamlNode {

  /** Copies the entries. */
  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** One key with its value. */
  public record Entry(YamlScalar key, YamlNode value) {

    /** The key's text. */
    public String name() {
      return key.text();
    }
  }

  /** The entry of that name. */
  public Optional<Entry> find(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  @Override
  public String typeName() {
    return "mapping";
  }
}
