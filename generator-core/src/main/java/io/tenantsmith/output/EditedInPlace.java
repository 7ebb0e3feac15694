package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of people that a command edits. The new text is written whole beside it, brought to the
 * disk and moved over it, so that whoever looks, also after a kill, finds the old or the new one.
 * Links are not followed, and what its owner made read-only stays as it is.
 */
public final class EditedInPlace {

  private static final String PREFIX = ".tenantsmith-edit-";
  private static final Set<PosixFilePermission> WRITABLE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path folder;
  private final Path file;
  private final Runnable beforeEachStep;

  private EditedInPlace(Path folder, RelativePath name, Runnable beforeEachStep) {
    this.folder = folder;
    this.file = folder.resolve(name.value());
    this.beforeEachStep = beforeEachStep;
  }

  /** The file at that path, which is there. */
  public static EditedInPlace at(Path file) {
    return at(file, () -> {});
  }

  /** An edit that calls back before it touches the disk. */
  static EditedInPlace at(Path file, Runnable beforeEachStep) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      throw new IllegalArgumentException("a folder is no file");
    }
    return new EditedInPlace(folder, RelativePath.of(name.toString()), beforeEachStep);
  }

  /**
   * Writes the file.
   *
   * @param expected what is in it
   * @param content what shall be in it
   * @throws ChangedMeanwhile if something else is in it
   */
  public void write(byte[] expected, byte[] content) throws IOException {
    removeLeftBehind();
    refuseOthers();
    beforeEachStep.run();
    Path staged = Files.createTempFile(folder, PREFIX, "");
    try {
      fill(staged, content);
      likeTheOld(staged);
      refuseChanged(expected);
      beforeEachStep.run();
      Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  /** What a killed edit has staged and nobody will move any more. */
  private void removeLeftBehind() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path each : left) {
        beforeEachStep.run();
        Files.deleteIfExists(each);
      }
    }
  }

  private void refuseOthers() throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new LinkInTheWay(RelativePath.of(String.valueOf(file.getFileName())));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    PosixFileAttributeView view = posix(file);
    boolean isReadOnly =
        view != null && view.readAttributes().permissions().stream().noneMatch(WRITABLE::contains);
    if (isReadOnly || !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  private void refuseChanged(byte[] expected) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(file), expected)) {
      throw new ChangedMeanwhile();
    }
  }

  private void fill(Path staged, byte[] content) throws IOException {
    beforeEachStep.run();
    try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Gives it the owner, group and permissions of the file that it takes the place of. */
  private void likeTheOld(Path staged) throws IOException {
    PosixFileAttributeView old = posix(file);
    PosixFileAttributeView now = posix(staged);
    if (old == null || now == null) {
      return;
    }
    PosixFileAttributes wanted = old.readAttributes();
    PosixFileAttributes given = now.readAttributes();
    if (!wanted.owner().equals(given.owner())) {
      now.setOwner(wanted.owner());
    }
    if (!wanted.group().equals(given.group())) {
      now.setGroup(wanted.group());
    }
    now.setPermissions(wanted.permissions());
  }

  private static @Nullable PosixFileAttributeView posix(Path path) {
    return Files.getFileAttributeView(
        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
