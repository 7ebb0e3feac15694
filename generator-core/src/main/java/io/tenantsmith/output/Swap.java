package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Moves staged files into place and removes others, so that a killed run loses no knowledge. */
final class Swap {

  private final Path root;
  private final StagingFolder staging;
  private final Runnable beforeEachStep;
  private @Nullable Path folderMade;
  private @Nullable Path folderAskedFor;
  private boolean isFolderThere;

  Swap(Path root, Runnable beforeEachStep) {
    this.root = root;
    this.staging = StagingFolder.in(root);
    this.beforeEachStep = beforeEachStep;
  }

  /**
   * What becomes of one file.
   *
   * @param digest of the new content, empty for a removal
   * @param staged where the new content is
   */
  record Move(String digest, @Nullable Path staged) {

    static final Move REMOVAL = new Move("", null);
  }

  void run(SortedMap<RelativePath, Move> changes, boolean whole) throws IOException {
    Journal journal = Journal.of(staging);
    List<RelativePath> leftBehind = List.copyOf(journal.states().keySet());
    for (Map.Entry<RelativePath, Move> change : changes.entrySet()) {
      journal.add(change.getKey(), present(change.getKey()));
      journal.add(change.getKey(), change.getValue().digest());
    }
    if (!changes.isEmpty()) {
      beforeEachStep.run();
      journal.write(staging);
    }
    move(changes);
    remove(changes);
    for (RelativePath path : leftBehind) {
      prune(path);
    }
    Move index = changes.get(OwnershipIndex.PATH);
    if (index != null) {
      move(OwnershipIndex.PATH, index);
    }
    settle(journal, whole ? leftBehind : List.of(), changes);
  }

  private void move(SortedMap<RelativePath, Move> changes) throws IOException {
    for (Map.Entry<RelativePath, Move> change : changes.entrySet()) {
      if (!change.getKey().equals(OwnershipIndex.PATH)) {
        move(change.getKey(), change.getValue());
      }
    }
  }

  private void remove(SortedMap<RelativePath, Move> changes) throws IOException {
    for (Map.Entry<RelativePath, Move> change : changes.entrySet()) {
      if (change.getValue().staged() == null) {
        beforeEachStep.run();
        Files.deleteIfExists(root.resolve(change.getKey().value()));
        beforeEachStep.run();
        prune(change.getKey());
      }
    }
  }

  private void move(RelativePath path, Move change) throws IOException {
    Path staged = change.staged();
    if (staged == null) {
      return;
    }
    beforeEachStep.run();
    Path target = root.resolve(path.value());
    Path folder = target.getParent();
    if (folder != null && !folder.equals(folderMade)) {
      Files.createDirectories(folder);
      folderMade = folder;
    }
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the folders above a path as long as they are empty. */
  private void prune(RelativePath path) throws IOException {
    for (RelativePath up = path.parent(); up != null; up = up.parent()) {
      Path folder = root.resolve(up.value());
      if (Files.exists(folder) && !FolderTree.deleteIfEmpty(folder)) {
        return;
      }
    }
  }

  /** Clears the journal, except for files that a partial run says nothing about. */
  private void settle(
      Journal journal, List<RelativePath> known, SortedMap<RelativePath, Move> changes)
      throws IOException {
    List<RelativePath> settled = new ArrayList<>(changes.keySet());
    settled.addAll(known);
    settled.forEach(journal::forget);
    beforeEachStep.run();
    if (journal.states().isEmpty()) {
      Files.deleteIfExists(staging.journal());
    } else {
      journal.write(staging);
    }
  }

  /** Digest of a file as it is now, empty if there is none. */
  private String present(RelativePath path) throws IOException {
    Path file = root.resolve(path.value());
    return isInFolder(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Sha256.of(Files.readAllBytes(file))
        : "";
  }

  /** Asks once per folder: a look for a missing file costs two exceptions in Java. */
  private boolean isInFolder(Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    if (!folder.equals(folderAskedFor)) {
      folderAskedFor = folder;
      isFolderThere = Files.isDirectory(folder);
    }
    return isFolderThere;
  }
}
