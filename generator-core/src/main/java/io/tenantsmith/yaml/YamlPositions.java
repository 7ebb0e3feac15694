package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's marks (from 0, end exclusive) into our places (from 1, end exclusive). */
final class YamlPositions {

  private YamlPositions() {}

  static SourceRange range(String file, Optional<Mark> start, Optional<Mark> end) {
    if (start.isEmpty()) {
      return SourceRange.ofFile(file);
    }
    Mark from = start.get();
    Mark to = end.orElse(from);
    return new SourceRange(
        file, from.getLine() + 1, from.getColumn() + 1, to.getLine() + 1, to.getColumn() + 1);
  }
}
