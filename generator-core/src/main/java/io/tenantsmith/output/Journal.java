package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a swap is about to do, written before its first move: a run that finds one knows what a
 * killed run may have left half done. One line per file: digest (or {@code -}), a blank, the path.
 */
final class Journal {

  private static final String REMOVED = "-";
  private static final String END = "end";

  private Journal() {}

  static void write(Workspace workspace, SortedMap<RelativePath, String> changes)
      throws IOException {
    StringBuilder text = new StringBuilder();
    changes.forEach(
        (path, digest) ->
            text.append(digest.isEmpty() ? REMOVED : digest).append(' ').append(path).append('\n'));
    Path draft = workspace.path().resolve("journal.new");
    Files.writeString(draft, text.append(END).append('\n'), StandardCharsets.UTF_8);
    Files.move(draft, workspace.journal(), StandardCopyOption.ATOMIC_MOVE);
  }

  static Map<RelativePath, String> read(Workspace workspace) throws IOException {
    if (!Files.isRegularFile(workspace.journal())) {
      return Map.of();
    }
    SortedMap<RelativePath, String> changes = new TreeMap<>();
    for (String line : Files.readAllLines(workspace.journal(), StandardCharsets.UTF_8)) {
      int blank = line.indexOf(' ');
      if (blank > 0 && RelativePath.isValid(line.substring(blank + 1))) {
        String digest = line.substring(0, blank);
        changes.put(
            RelativePath.of(line.substring(blank + 1)), digest.equals(REMOVED) ? "" : digest);
      }
    }
    return Collections.unmodifiableSortedMap(changes);
  }
}
