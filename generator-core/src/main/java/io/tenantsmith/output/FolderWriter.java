package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
  private final byte @Nullable [] indexSeen;
  private final SortedMap<RelativePath, String> changes = new TreeMap<>();
  private @Nullable FileChannel channel;

  /** A writer of the folder at that path. */
  public FolderWriter(Path root) throws IOException {
    this.root = root;
    this.workspace = Workspace.in(root);
    this.indexSeen = index();
  }

  @Override
  public void put(OutputFile file) throws IOException {
    begin();
    Path staged = workspace.stage().resolve(file.path().value());
    Files.createDirectories(parentOf(staged));
    Files.write(staged, file.content());
    changes.put(file.path(), file.digest());
  }

  @Override
  public void remove(RelativePath path) throws IOException {
    begin();
    changes.put(path, "");
  }

  /** Moves everything staged into place. */
  public void apply() throws IOException {
    if (changes.isEmpty()) {
      discardLeftovers();
      return;
    }
    Journal.write(workspace, changes);
    for (Map.Entry<RelativePath, String> change : changes.entrySet()) {
      if (!change.getValue().isEmpty() && !change.getKey().equals(OwnershipIndex.PATH)) {
        move(change.getKey());
      }
    }
    for (Map.Entry<RelativePath, String> change : changes.entrySet()) {
      if (change.getValue().isEmpty()) {
        delete(change.getKey());
      }
    }
    if (changes.containsKey(OwnershipIndex.PATH)) {
      move(OwnershipIndex.PATH);
    }
  }

  /** Drops what is staged and not applied. */
  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    if (open != null) {
      FolderTree.delete(workspace.path());
      channel = null;
      open.close();
      FolderTree.deleteIfEmpty(root);
    }
  }

  /** Takes the lock at the first change, so that a run without changes writes nothing at all. */
  private void begin() throws IOException {
    if (channel != null) {
      return;
    }
    Files.createDirectories(workspace.path());
    channel = lock();
    if (!Arrays.equals(indexSeen, index())) {
      throw new AnotherRunException();
    }
    FolderTree.delete(workspace.stage());
  }

  private FileChannel lock() throws IOException {
    FileChannel opened =
        FileChannel.open(workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = opened.tryLock();
      if (lock != null) {
        return opened;
      }
    } catch (OverlappingFileLockException e) {
      // The other run is in this JVM; the answer is the same.
    }
    opened.close();
    throw new AnotherRunException();
  }

  private void discardLeftovers() throws IOException {
    if (Files.exists(workspace.path())) {
      channel = lock();
    }
  }

  private void move(RelativePath path) throws IOException {
    Path target = root.resolve(path.value());
    Files.createDirectories(parentOf(target));
    Files.move(
        workspace.stage().resolve(path.value()),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void delete(RelativePath path) throws IOException {
    Files.deleteIfExists(root.resolve(path.value()));
    for (RelativePath up = path.parent(); up != null; up = up.parent()) {
      if (!FolderTree.deleteIfEmpty(root.resolve(up.value()))) {
        return;
      }
    }
  }

  private byte @Nullable [] index() throws IOException {
    Path file = root.resolve(OwnershipIndex.PATH.value());
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }

  private static Path parentOf(Path path) {
    return Optional.ofNullable(path.getParent()).orElseThrow(IllegalStateException::new);
  }
}
