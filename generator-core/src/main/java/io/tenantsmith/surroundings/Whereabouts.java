package io.tenantsmith.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a folder is on this machine. Serves names in reports only.
 *
 * @param here the folder in which the process runs
 * @param folder the folder itself
 * @param repository the root of the work tree of the nearest Git repository around it, or null
 */
public record Whereabouts(Path here, Path folder, @Nullable Path repository) {

  /** The whereabouts of a folder, which need not be there. */
  public static Whereabouts of(Path folder) {
    Path real = real(folder);
    return new Whereabouts(real(Path.of("")), real, workTree(real));
  }

  /** The root of the work tree around it. */
  public Optional<Path> workTree() {
    return Optional.ofNullable(repository);
  }

  /** In a work tree beside its repository, and in a submodule, {@code .git} is a file. */
  private static @Nullable Path workTree(Path folder) {
    Path at = folder;
    while (at != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
    }
    return at;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
