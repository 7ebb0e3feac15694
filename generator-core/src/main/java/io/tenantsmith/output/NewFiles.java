package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Files that a command adds to a folder of people. What is there stays as it is, whatever it is;
 * where one of them cannot be written, none is left behind.
 */
public final class NewFiles {

  private final Path root;
  private final Deque<Path> made = new ArrayDeque<>();

  /** Files below that folder, which need not be there yet. */
  public NewFiles(Path root) {
    this.root = root;
  }

  /**
   * Those paths where there is something already.
   *
   * @throws LinkInTheWay if a folder on the way is a link, so that it may lead out of the root
   * @throws FileInTheWay if a folder on the way is none
   */
  public SortedSet<RelativePath> existing(Iterable<RelativePath> paths) throws IOException {
    SortedSet<RelativePath> existing = new TreeSet<>();
    for (RelativePath path : paths) {
      refuseOthers(path.parent());
      if (Files.exists(root.resolve(path.value()), LinkOption.NOFOLLOW_LINKS)) {
        existing.add(path);
      }
    }
    return existing;
  }

  /** Writes all of them; throws if there is something at one of the paths. */
  public void write(SortedMap<RelativePath, byte[]> files) throws IOException {
    try {
      for (RelativePath path : files.keySet()) {
        refuseOthers(path.parent());
        Path file = root.resolve(path.value()).toAbsolutePath();
        makeFolders(file.getParent());
        // Made before it is filled: a full disk leaves it half written, and it is ours to remove.
        made.push(Files.createFile(file));
        Files.write(file, files.get(path));
      }
    } catch (IOException e) {
      takeBack();
      throw e;
    }
  }

  private void makeFolders(@Nullable Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    Path at = folder;
    while (at != null && !Files.isDirectory(at)) {
      missing.push(at);
      at = at.getParent();
    }
    for (Path each : missing) {
      made.push(Files.createDirectory(each));
    }
  }

  private void takeBack() throws IOException {
    while (!made.isEmpty()) {
      Path last = made.pop();
      if (Files.isDirectory(last, LinkOption.NOFOLLOW_LINKS)) {
        FolderTree.deleteIfEmpty(last);
      } else {
        Files.deleteIfExists(last);
      }
    }
  }

  private void refuseOthers(@Nullable RelativePath folder) throws IOException {
    if (folder == null) {
      return;
    }
    refuseOthers(folder.parent());
    Path path = root.resolve(folder.value());
    if (Files.isSymbolicLink(path)) {
      throw new LinkInTheWay(folder);
    }
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new FileInTheWay(folder);
    }
  }
}
