package io.tenantsmith.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The repository around a file, found by its {@code .git} alone: whoever asks for no more does not
 * load JGit.
 *
 * @param root the folder that holds {@code .git}
 * @param file the file, relative to it
 */
public record EnclosingRepository(Path root, Path file) {

  private static final String DOT_GIT = ".git";

  /** The nearest repository around a file, which need not be there. */
  public static Optional<EnclosingRepository> of(Path file) throws IOException {
    Path absolute = real(file.toAbsolutePath().normalize());
    for (Path up = absolute.getParent(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(DOT_GIT))) {
        return Optional.of(new EnclosingRepository(up, up.relativize(absolute)));
      }
    }
    return Optional.empty();
  }

  /** The file as Git names it. */
  public String path() {
    return file.toString().replace(File.separatorChar, '/');
  }

  /** The file with links followed in the folders above it, as far as they are there. */
  private static Path real(Path file) throws IOException {
    for (Path up = file.getParent(); up != null; up = up.getParent()) {
      if (Files.exists(up)) {
        return up.toRealPath().resolve(up.relativize(file));
      }
    }
    return file;
  }
}
