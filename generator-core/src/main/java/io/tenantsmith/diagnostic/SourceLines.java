package io.tenantsmith.diagnostic;

import java.util.Optional;

/** Gives lines of input files for excerpts. */
public interface SourceLines {

  /** No lines at all. */
  SourceLines NONE = (file, line) -> Optional.empty();

  /**
   * One line without its end.
   *
   * @param file path relative to the fleet's root
   * @param line counted from 1
   */
  Optional<String> line(String file, int line);
}
