package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a swap is about to do, written before its first move: a run that finds one knows what killed
 * runs may have left half done. One line for each state that a file may be in: its digest, or
 * {@code -} for no file, then a space and the path.
 */
final class Journal {

  private static final String NO_FILE = "-";

  private final SortedMap<RelativePath, Set<String>> states = new TreeMap<>();

  /** The journal of that staging; empty if no run was killed. */
  static Journal of(StagingFolder staging) throws IOException {
    Journal journal = new Journal();
    if (Files.isRegularFile(staging.journal())) {
      for (String line : Files.readAllLines(staging.journal(), StandardCharsets.UTF_8)) {
        journal.read(line);
      }
    }
    return journal;
  }

  /** Path to digests; an empty digest means no file. */
  Map<RelativePath, Set<String>> states() {
    return Collections.unmodifiableSortedMap(states);
  }

  /** Adds a state that a file may be in. */
  void add(RelativePath path, String digest) {
    states.computeIfAbsent(path, key -> new TreeSet<>()).add(digest);
  }

  /** Forgets a file, whose state is known again. */
  void forget(RelativePath path) {
    states.remove(path);
  }

  /** Writes it in one step. */
  void write(StagingFolder staging) throws IOException {
    StringBuilder text = new StringBuilder();
    states.forEach(
        (path, digests) ->
            digests.forEach(
                digest ->
                    text.append(digest.isEmpty() ? NO_FILE : digest)
                        .append(' ')
                        .append(path)
                        .append('\n')));
    Path draft = staging.path().resolve("journal.new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(
        draft,
        staging.journal(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void read(String line) {
    int blank = line.indexOf(' ');
    if (blank > 0 && RelativePath.isValid(line.substring(blank + 1))) {
      String digest = line.substring(0, blank);
      add(RelativePath.of(line.substring(blank + 1)), digest.equals(NO_FILE) ? "" : digest);
    }
  }
}
