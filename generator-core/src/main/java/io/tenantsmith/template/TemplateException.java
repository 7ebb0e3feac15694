package io.tenantsmith.template;

import java.io.Serial;
import java.util.List;

/**
 * A template is wrong and its author has to correct it; lists every problem with file, line and
 * column.
 */
public final class TemplateException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  TemplateException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order of the file, each beginning with its place. */
  public List<String> problems() {
    return problems;
  }
}
