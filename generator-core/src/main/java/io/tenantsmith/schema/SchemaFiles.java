package io.tenantsmith.schema;

import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas of this version, as a fleet keeps them for editors. */
public final class SchemaFiles {

  private SchemaFiles() {}

  /** Their texts by file name. */
  public static SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(SchemaTree.SHARED, CompiledSchema.text(SchemaTree.SHARED));
    for (SchemaKind kind : SchemaKind.values()) {
      texts.put(kind.fileName(), CompiledSchema.text(kind.fileName()));
    }
    return texts;
  }
}
