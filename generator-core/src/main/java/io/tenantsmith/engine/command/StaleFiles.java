package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.path.RelativePath;
import java.util.ArrayList;
import java.util.List;

/** Keeps the names of files that are not current, for {@code check}. */
final class StaleFiles implements ChangeSink {

  private final String output;
  private final List<RelativePath> paths = new ArrayList<>();

  StaleFiles(String output) {
    this.output = output;
  }

  @Override
  public void take(Change change) {
    if (!change.isOfLineEnds()) {
      paths.add(change.path());
    }
  }

  List<Diagnostic> diagnostics() {
    return paths.stream().map(this::stale).toList();
  }

  private Diagnostic stale(RelativePath path) {
    return Diagnostic.error(
            Code.OUT506, SourceRange.ofFile(output + "/" + path), "the file is not current")
        .withHint("run generate (mvn tenantsmith:generate) and commit the result");
  }
}
