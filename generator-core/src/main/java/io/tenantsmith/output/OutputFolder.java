package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The current output folder on disk. Follows no link below its root. */
public final class OutputFolder implements ExistingTree {

  private final Path root;
  private final Map<RelativePath, Set<String>> interrupted;
  private final Map<RelativePath, Boolean> folders = new HashMap<>();

  private OutputFolder(Path root, Map<RelativePath, Set<String>> interrupted) {
    this.root = root;
    this.interrupted = interrupted;
  }

  /** The folder at that path, which need not be there yet. */
  public static OutputFolder at(Path root) throws IOException {
    return new OutputFolder(root, Journal.of(StagingFolder.in(root)).states());
  }

  @Override
  public Optional<byte[]> read(RelativePath path) throws IOException {
    RelativePath parent = path.parent();
    if (parent != null && !isFolder(parent)) {
      return Optional.empty();
    }
    Path file = root.resolve(path.value());
    if (Files.isSymbolicLink(file)) {
      throw new LinkInTheWay(path);
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    }
  }

  @Override
  public Map<RelativePath, Set<String>> interrupted() {
    return interrupted;
  }

  @Override
  public boolean isCheckout() {
    return true;
  }

  /** Asks the disk once for each folder: nothing of ours changes the tree while it is compared. */
  private boolean isFolder(RelativePath folder) throws IOException {
    Boolean known = folders.get(folder);
    if (known == null) {
      known = isFolderOnDisk(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private boolean isFolderOnDisk(RelativePath folder) throws IOException {
    RelativePath parent = folder.parent();
    if (parent != null && !isFolder(parent)) {
      return false;
    }
    Path path = root.resolve(folder.value());
    if (Files.isSymbolicLink(path)) {
      throw new LinkInTheWay(folder);
    }
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
