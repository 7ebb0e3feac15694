package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;

/** A value of an input file with its place. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

  /** Its place. */
  SourceRange range();

  /** What it is, in the words of JSON schema, for messages. */
  String typeName();
}
