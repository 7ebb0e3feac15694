package io.tenantsmith.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a fleet on disk. */
record FolderOnDisk(Path root) implements FileTree {

  @Override
  public boolean isThere() {
    return Files.isDirectory(root);
  }

  @Override
  public Kind kind(String path) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(
              root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isSymbolicLink()) {
        return Kind.LINK;
      }
      if (found.isDirectory()) {
        return Kind.FOLDER;
      }
      return found.isRegularFile() ? Kind.FILE : Kind.OTHER;
    } catch (IOException e) {
      return Kind.NOTHING;
    }
  }

  @Override
  public List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public byte[] read(String file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(root.resolve(file))) {
      return in.readNBytes(limit);
    }
  }
}
