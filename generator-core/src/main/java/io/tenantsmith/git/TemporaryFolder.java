package io.tenantsmith.git;

import io.tenantsmith.surroundings.AtExit;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is gone when it is closed, or when the process is told to end. A process that is
 * killed leaves it behind; the next one that makes such a folder takes it away, since the operating
 * system frees the lock in it.
 */
final class TemporaryFolder implements AutoCloseable {

  private static final String PREFIX = "tenantsmith-publish-";
  private static final String LOCK = "lock";
  private static final Duration WITHOUT_LOCK = Duration.ofHours(1);
  private static final Duration UNTIL_LEFT = Duration.ofSeconds(2);

  private final Path path;
  private final FileChannel lock;
  private final FolderAtExit end;
  private final AtExit atExit;

  private TemporaryFolder(Path path, FileChannel lock, FolderAtExit end, AtExit atExit) {
    this.path = path;
    this.lock = lock;
    this.end = end;
    this.atExit = atExit;
  }

  /**
   * Makes one, and takes away what dead processes left.
   *
   * @throws IOException if it cannot be made, or if the process was told to end
   */
  static TemporaryFolder make(Surroundings surroundings) throws IOException {
    FolderAtExit end = new FolderAtExit(surroundings, UNTIL_LEFT);
    // Before the folder is there: a process that ends between the two would leave it.
    AtExit atExit = surroundings.atExit(end::run);
    try {
      Path path = end.make(() -> Files.createTempDirectory(PREFIX));
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
      TemporaryFolder folder = new TemporaryFolder(path, channel, end, atExit);
      folder.sweep(surroundings.now());
      return folder;
    } catch (IOException | RuntimeException e) {
      end.left();
      atExit.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // Whoever holds a lock frees it at the latest when the process ends.
    }
    end.left();
    // Not before: a process told to end while this removes would leave what is still there.
    atExit.close();
  }

  /** Removes a folder as far as that is possible, also while others write into it. */
  static void removeAll(Path top) {
    try {
      Files.walkFileTree(top, new Removal());
    } catch (IOException e) {
      // A folder whose listing breaks off is litter; the publish does not fail for it.
    }
  }

  /** Goes on past whatever cannot be removed or is gone already. */
  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return remove(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return remove(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return remove(folder);
    }

    private static FileVisitResult remove(Path each) {
      each.toFile().delete();
      return FileVisitResult.CONTINUE;
    }
  }

  private void sweep(Instant now) {
    Path parent = path.getParent();
    if (parent == null) {
      return;
    }
    try (Stream<Path> all = Files.list(parent)) {
      for (Path each : all.filter(this::isLikeOurs).toList()) {
        if (isAbandoned(each, now)) {
          removeAll(each);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Litter of others is not worth a failure; the next run tries again.
    }
  }

  /** Only what belongs to the same user: nobody else can put links into it while it is removed. */
  private boolean isLikeOurs(Path other) {
    Path name = other.getFileName();
    try {
      return name != null
          && name.toString().startsWith(PREFIX)
          && !other.equals(path)
          && isFolderOrStandIn(other)
          && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isFolderOrStandIn(Path other) throws IOException {
    return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
        || (Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.size(other) == 0);
  }

  private static boolean isAbandoned(Path folder, Instant now) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Instant changed = Files.getLastModifiedTime(folder).toInstant();
      return Duration.between(changed, now).compareTo(WITHOUT_LOCK) > 0;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return isFree(channel);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process holds it
    }
  }
}
