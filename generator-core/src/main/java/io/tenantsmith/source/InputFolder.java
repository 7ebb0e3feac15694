package io.tenantsmith.source;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One folder of input files. */
record InputFolder(String name, Path path, FolderKind kind) {

  private static final int MAX_FILES = 20_000;
  private static final int SEARCH_DEPTH = 4;

  List<SourceFile> read(List<Diagnostic> diagnostics) {
    if (Files.isSymbolicLink(path) || !Files.isDirectory(path)) {
      diagnostics.add(
          error(
              Code.SRC105,
              name,
              "a symbolic link or a file, not a folder",
              "put the folder itself here"));
      return List.of();
    }
    List<Path> entries = entries(diagnostics);
    if (entries.size() > MAX_FILES) {
      diagnostics.add(
          error(
              Code.SRC107,
              name,
              "the folder holds more than " + MAX_FILES + " files",
              "split the fleet"));
      return List.of();
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path entry : entries) {
      visit(entry, files, diagnostics);
    }
    return files;
  }

  private void visit(Path entry, List<SourceFile> files, List<Diagnostic> diagnostics) {
    String file = entry.getFileName().toString();
    if (file.startsWith(".") || file.endsWith("~") || kind.expectsFile(file)) {
      return;
    }
    if (kind.expectsFolder(file)) {
      return;
    }
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      diagnostics.add(subFolder(entry, file));
    } else if (file.endsWith(".yaml")) {
      readYaml(entry, file, files, diagnostics);
    } else {
      diagnostics.add(other(file));
    }
  }

  private void readYaml(
      Path entry, String file, List<SourceFile> files, List<Diagnostic> diagnostics) {
    if (!file.matches("[a-z0-9][a-z0-9-]{0,80}\\.yaml")) {
      diagnostics.add(
          error(
              Code.SRC109,
              below(file),
              "the file name is not an id",
              "name it <id>.yaml, the id made of a-z, 0-9 and \"-\""));
      return;
    }
    new InputFile(below(file), entry).read(diagnostics).ifPresent(files::add);
  }

  private Diagnostic other(String file) {
    if (file.endsWith(".yml")) {
      return error(
          Code.SRC103,
          below(file),
          "files here end in .yaml",
          "rename it to " + file.substring(0, file.length() - 3) + "yaml");
    }
    return Diagnostic.note(Code.SRC108, SourceRange.ofFile(below(file)), "left alone: not YAML");
  }

  private Diagnostic subFolder(Path entry, String file) {
    if (!holdsYaml(entry)) {
      return Diagnostic.note(
          Code.SRC108, SourceRange.ofFile(below(file)), "left alone: a folder without YAML");
    }
    return error(
        Code.SRC104,
        below(file),
        "YAML in a sub-folder is not read",
        "move the files to " + name + "/");
  }

  private static boolean holdsYaml(Path folder) {
    try (Stream<Path> files = Files.walk(folder, SEARCH_DEPTH)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(file -> file.endsWith(".yaml") || file.endsWith(".yml"));
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }

  private List<Path> entries(List<Diagnostic> diagnostics) {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted((a, b) -> nameOf(a).compareTo(nameOf(b))).toList();
    } catch (IOException | UncheckedIOException e) {
      diagnostics.add(
          error(Code.SRC110, name, "the folder cannot be read", "check its permissions"));
      return List.of();
    }
  }

  private static String nameOf(Path entry) {
    return entry.getFileName().toString();
  }

  private String below(String file) {
    return name + "/" + Quoted.escape(file);
  }

  private static Diagnostic error(Code code, String file, String fact, String hint) {
    return Diagnostic.error(code, SourceRange.ofFile(file), fact).withHint(hint);
  }
}
