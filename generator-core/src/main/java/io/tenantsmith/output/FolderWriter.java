package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  private final Workspace workspace;
  private final Runnable beforeEachStep;
  private final byte @Nullable [] indexSeen;
  private final SortedMap<RelativePath, Swap.Change> changes = new TreeMap<>();
  private @Nullable WorkspaceLock lock;

  /** A writer of the folder at that path. */
  public FolderWriter(Path root) throws IOException {
    this(root, () -> {});
  }

  /** A writer that says when it is about to touch the tree. */
  FolderWriter(Path root, Runnable beforeEachStep) throws IOException {
    this.root = root;
    this.workspace = Workspace.in(root);
    this.beforeEachStep = beforeEachStep;
    this.indexSeen = index();
  }

  @Override
  public void put(OutputFile file) throws IOException {
    begin();
    Path staged = workspace.staged(changes.size());
    Files.write(staged, file.content());
    changes.put(file.path(), new Swap.Change(file.digest(), staged));
  }

  @Override
  public void remove(RelativePath path) throws IOException {
    begin();
    changes.put(path, Swap.Change.REMOVAL);
  }

  /** Moves everything staged into place; after it all of the tree is as it was rendered. */
  public void apply() throws IOException {
    swap(true);
  }

  /** Like {@link #apply}, for a part: what killed runs left elsewhere is remembered. */
  public void applyPart() throws IOException {
    swap(false);
  }

  /** Drops what is staged and not applied. */
  @Override
  public void close() throws IOException {
    WorkspaceLock held = lock;
    if (held == null) {
      return;
    }
    lock = null;
    try (held) {
      FolderTree.delete(workspace.stage());
      if (!Files.exists(workspace.journal())) {
        FolderTree.delete(workspace.path());
      }
    }
    FolderTree.deleteIfEmpty(root);
  }

  private void swap(boolean whole) throws IOException {
    if (changes.isEmpty()) {
      if (!whole || !Files.exists(workspace.path())) {
        return;
      }
      lock = WorkspaceLock.take(workspace);
    }
    new Swap(root, beforeEachStep).run(changes, whole);
  }

  /** Takes the lock at the first change, so that a run without changes writes nothing at all. */
  private void begin() throws IOException {
    if (lock != null) {
      return;
    }
    Files.createDirectories(workspace.path());
    lock = WorkspaceLock.take(workspace);
    if (!Arrays.equals(indexSeen, index())) {
      throw new AnotherRunException();
    }
    FolderTree.delete(workspace.stage());
    Files.createDirectory(workspace.stage());
  }

  private byte @Nullable [] index() throws IOException {
    Path file = root.resolve(OwnershipIndex.PATH.value());
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }
}
