package io.tenantsmith.source;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One folder of input files. */
record InputFolder(String name, FolderKind kind, FileTree tree) {

  private static final int MAX_FILES = 20_000;
  private static final int SEARCH_DEPTH = 4;

  List<SourceFile> read(List<Diagnostic> diagnostics) {
    if (tree.kind(name) != FileTree.Kind.FOLDER) {
      diagnostics.add(
          error(
              Code.SRC105,
              name,
              "a symbolic link or a file, not a folder",
              "put the folder itself here"));
      return List.of();
    }
    List<String> entries = entries(diagnostics);
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
    for (String entry : entries) {
      visit(entry, files, diagnostics);
    }
    return files;
  }

  private void visit(String file, List<SourceFile> files, List<Diagnostic> diagnostics) {
    if (file.startsWith(".") || file.endsWith("~") || kind.expectsFile(file)) {
      return;
    }
    if (kind.expectsFolder(file)) {
      return;
    }
    if (tree.kind(at(file)) == FileTree.Kind.FOLDER) {
      diagnostics.add(subFolder(file));
    } else if (file.endsWith(".yaml")) {
      readYaml(file, files, diagnostics);
    } else {
      diagnostics.add(other(file));
    }
  }

  private void readYaml(String file, List<SourceFile> files, List<Diagnostic> diagnostics) {
    if (!file.matches("[a-z0-9][a-z0-9-]{0,80}\\.yaml")) {
      diagnostics.add(
          error(
              Code.SRC109,
              below(file),
              "the file name is not an id",
              "name it <id>.yaml, the id made of a-z, 0-9 and \"-\""));
      return;
    }
    new InputFile(below(file), at(file), tree).read(diagnostics).ifPresent(files::add);
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

  private Diagnostic subFolder(String file) {
    if (!isYaml(file) && !holdsYaml(at(file), 1)) {
      return Diagnostic.note(
          Code.SRC108, SourceRange.ofFile(below(file)), "left alone: a folder without YAML");
    }
    return error(
        Code.SRC104,
        below(file),
        "YAML in a sub-folder is not read",
        "move the files to " + name + "/");
  }

  private boolean holdsYaml(String folder, int depth) {
    try {
      for (String file : tree.names(folder)) {
        if (isYaml(file)) {
          return true;
        }
        String path = folder + "/" + file;
        if (depth < SEARCH_DEPTH
            && tree.kind(path) == FileTree.Kind.FOLDER
            && holdsYaml(path, depth + 1)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isYaml(String file) {
    return file.endsWith(".yaml") || file.endsWith(".yml");
  }

  private List<String> entries(List<Diagnostic> diagnostics) {
    try {
      return tree.names(name).stream().sorted().toList();
    } catch (IOException e) {
      diagnostics.add(
          error(Code.SRC110, name, "the folder cannot be read", "check its permissions"));
      return List.of();
    }
  }

  private String at(String file) {
    return name + "/" + file;
  }

  private String below(String file) {
    return name + "/" + Quoted.escape(file);
  }

  private static Diagnostic error(Code code, String file, String fact, String hint) {
    return Diagnostic.error(code, SourceRange.ofFile(file), fact).withHint(hint);
  }
}
