package io.tenantsmith.schema;

import java.util.Locale;

/** The kinds of input files, one schema each. */
public enum SchemaKind {
  FLEET,
  TENANT,
  TIER,
  TEMPLATE;

  /** The word in file names and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** File name of the schema, in schema/ and in the jar. */
  public String fileName() {
    return label() + ".schema.json";
  }
}
