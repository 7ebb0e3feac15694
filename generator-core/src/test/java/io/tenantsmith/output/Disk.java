package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An output folder and the runs over it, as the generator makes them. */
record Disk(Path root) {

  Plan run(SmallTree tree) throws IOException {
    return run(tree, HandEdits.REFUSE, () -> {});
  }

  Plan take(SmallTree tree) throws IOException {
    return run(tree, HandEdits.OVERWRITE, () -> {});
  }

  Plan run(SmallTree tree, HandEdits handEdits, Runnable beforeEachStep) throws IOException {
    CurrentTree current = current();
    try (FolderWriter writer = new FolderWriter(root, current, beforeEachStep)) {
      Plan plan = tree.plan(current, writer, handEdits);
      if (!plan.hasErrors() && tree.isPartial()) {
        writer.applyPart();
      } else if (!plan.hasErrors()) {
        writer.apply();
      }
      return plan;
    }
  }

  /** The folder as a run finds it. */
  CurrentTree current() throws IOException {
    return new IndexReader("output", "tenantsmith 1.0.0")
        .read(OutputFolder.at(root))
        .value()
        .orElseThrow();
  }

  static List<Code> codes(Plan plan) {
    return plan.diagnostics().stream().map(Diagnostic::code).toList();
  }

  Path file(String path) {
    return root.resolve(path);
  }

  void edit(String path, String text) throws IOException {
    Path file = file(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** All files and folders below the root with their text; a folder has none. */
  SortedMap<String, String> content() throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    for (Path path : paths()) {
      boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
      content.put(
          root.relativize(path).toString(),
          isFile ? Files.readString(path, StandardCharsets.UTF_8) : "");
    }
    return content;
  }

  /** Everything that tells whether a file or folder was touched. */
  SortedMap<String, String> traces() throws IOException {
    SortedMap<String, String> traces = new TreeMap<>();
    for (Path path : paths()) {
      BasicFileAttributes facts =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      traces.put(
          path.toString(), facts.fileKey() + " " + facts.size() + " " + facts.lastModifiedTime());
    }
    return traces;
  }

  /** What a process that is killed now would leave behind. */
  Disk snapshot(Path target) throws IOException {
    Path from = root;
    if (!Files.exists(from)) {
      return new Disk(target);
    }
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts)
              throws IOException {
            Files.createDirectories(target.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.copy(file, target.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    return new Disk(target);
  }

  private List<Path> paths() throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> !path.equals(root)).toList();
    }
  }
}
