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

  private static final int SHOWN = 20;

  private final String output;
  private final List<RelativePath> paths = new ArrayList<>();
  private int more;

  StaleFiles(String output) {
    this.output = output;
  }

  @Override
  public void take(Change change) {
    keep(change.path());
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    paths.forEach(path -> diagnostics.add(stale("/" + path, "the file is not current")));
    if (more > 0) {
      diagnostics.add(stale("", more + " more files are not current"));
    }
    return diagnostics;
  }

  private void keep(RelativePath path) {
    if (paths.size() < SHOWN) {
      paths.add(path);
    } else {
      more++;
    }
  }

  private Diagnostic stale(String path, String fact) {
    return Diagnostic.error(Code.OUT506, SourceRange.ofFile(output + path), fact)
        .withHint("run generate (mvn tenantsmith:generate) and commit the result");
  }
}
