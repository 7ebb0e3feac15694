package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the output folder: everything new is staged first, then moved into place file by file,
 * index.json last; only then is anything removed from the disk that is no longer rendered. A run
 * that changes nothing touches nothing. Killed at any moment, the next run converges.
 */
public final class FolderWriter implements ChangeSink, AutoCloseable {

  private final Path root;
  private final StagingFolder staging;
  private final Runnable beforeEachStep;
  private final CurrentTree seen;
  private final SortedMap<RelativePath, Swap.Move> changes = new TreeMap<>();
  private @Nullable StagingLock lock;

  /**
   * A writer of the folder at that path.
   *
   * @param seen the folder as it was read; a folder that another run has changed is left alone
   */
  public FolderWriter(Path root, CurrentTree seen) {
    this(root, seen, () -> {});
  }

  /** A writer that calls back before it touches the tree. */
  FolderWriter(Path root, CurrentTree seen, Runnable beforeEachStep) {
    this.root = root;
    this.staging = StagingFolder.in(root);
    this.beforeEachStep = beforeEachStep;
    this.seen = seen;
  }

  @Override
  public void take(Change change) throws IOException {
    begin();
    OutputFile file = change.after();
    if (file == null) {
      changes.put(change.path(), Swap.Move.REMOVAL);
    } else {
      Path staged = staging.staged(changes.size());
      Files.write(staged, file.content());
      changes.put(file.path(), new Swap.Move(file.digest(), staged));
    }
  }

  /** Moves everything staged into place; afterwards the whole tree is as rendered. */
  public void apply() throws IOException {
    swap(true);
  }

  /** Like {@link #apply}, for a partial run: what killed runs left elsewhere is remembered. */
  public void applyPart() throws IOException {
    swap(false);
  }

  /** Drops what is staged and not applied. */
  @Override
  public void close() throws IOException {
    StagingLock held = lock;
    if (held == null) {
      return;
    }
    lock = null;
    try (held) {
      FolderTree.delete(staging.stage());
      if (!Files.exists(staging.journal())) {
        FolderTree.delete(staging.path());
      }
    }
    FolderTree.deleteIfEmpty(root);
  }

  private void swap(boolean whole) throws IOException {
    if (changes.isEmpty()) {
      if (!whole || !Files.exists(staging.path())) {
        return;
      }
      lock = StagingLock.take(staging);
    }
    new Swap(root, beforeEachStep).run(changes, whole);
  }

  /** Takes the lock at the first change, so that a run without changes writes nothing at all. */
  private void begin() throws IOException {
    if (lock != null) {
      return;
    }
    Files.createDirectories(staging.path());
    lock = StagingLock.take(staging);
    if (!seen.isIndex(index())) {
      throw new AnotherRunException();
    }
    FolderTree.delete(staging.stage());
    Files.createDirectory(staging.stage());
  }

  private byte @Nullable [] index() throws IOException {
    Path file = root.resolve(OwnershipIndex.PATH.value());
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }
}
