package io.tenantsmith.plan;

import java.util.List;

/**
 * How two versions of a text differ, as what the text is: a file in a ConfigMap or a blueprint.
 *
 * @param language what it is
 * @param values the values that differ, if both versions are YAML or JSON; else none
 * @param lines a unified diff with three lines of context, each line with its sign; none if there
 *     are {@code values}
 */
public record TextChange(Language language, List<ValueChange> values, List<String> lines) {

  /** Copies the lists. */
  public TextChange {
    values = List.copyOf(values);
    lines = List.copyOf(lines);
  }

  /** What a text is. */
  public enum Language {
    BLUEPRINT,
    YAML,
    JSON,
    LINES
  }
}
