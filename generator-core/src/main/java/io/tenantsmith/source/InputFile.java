package io.tenantsmith.source;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One file to read. */
record InputFile(String name, Path path) {

  /** An input is written by a person; more is a mistake or an attack. */
  static final int MAX_BYTES = 256 * 1024;

  Optional<SourceFile> read(List<Diagnostic> diagnostics) {
    if (Files.isSymbolicLink(path)) {
      return refuse(diagnostics, Code.SRC105, "a symbolic link", "put the file itself here");
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return refuse(diagnostics, Code.SRC110, "not a file", "put a file here");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
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
