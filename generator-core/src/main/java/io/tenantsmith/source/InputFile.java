package io.tenantsmith.source;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One file to read.
 *
 * @param name as messages call it
 * @param path where it is in the tree
 */
record InputFile(String name, String path, FileTree tree) {

  /** An input is written by a person; more is a mistake or an attack. */
  static final int MAX_BYTES = 256 * 1024;

  Optional<SourceFile> read(List<Diagnostic> diagnostics) {
    FileTree.Kind kind = tree.kind(path);
    if (kind == FileTree.Kind.LINK) {
      return refuse(diagnostics, Code.SRC105, "a symbolic link", "put the file itself here");
    }
    if (kind != FileTree.Kind.FILE) {
      return refuse(diagnostics, Code.SRC110, "not a file", "put a file here");
    }
    try {
      byte[] content = tree.read(path, MAX_BYTES + 1);
      return content.length > MAX_BYTES
          ? refuse(
              diagnostics,
              Code.SRC106,
              "the file is larger than " + MAX_BYTES / 1024 + " KiB",
              "an input file is small; is this one meant to be here?")
          : Optional.of(new SourceFile(name, content));
    } catch (IOException e) {
      return refuse(diagnostics, Code.SRC110, "the file cannot be read", "check its permissions");
    }
  }

  private Optional<SourceFile> refuse(
      List<Diagnostic> diagnostics, Code code, String fact, String hint) {
    diagnostics.add(Diagnostic.error(code, SourceRange.ofFile(name), fact).withHint(hint));
    return Optional.empty();
  }
}
