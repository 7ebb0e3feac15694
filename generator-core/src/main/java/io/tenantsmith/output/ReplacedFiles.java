package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;

/**
 * Files of ours in a folder of people, as another version of ours left them. Each is replaced whole
 * or not at all.
 */
public final class ReplacedFiles {

  private ReplacedFiles() {}

  /**
   * Writes all of them, whatever is there.
   *
   * @throws LinkInTheWay if one of them, or a folder on the way, is a link
   */
  public static void write(Path root, SortedMap<RelativePath, byte[]> files) throws IOException {
    for (Map.Entry<RelativePath, byte[]> entry : files.entrySet()) {
      RelativePath at = entry.getKey();
      while (at != null) {
        if (Files.isSymbolicLink(root.resolve(at.value()))) {
          throw new LinkInTheWay(at);
        }
        at = at.parent();
      }
      Path file = root.resolve(entry.getKey().value());
      Files.createDirectories(file.getParent());
      // not a temporary file of Java's, which nobody else may read
      Path draft = file.resolveSibling(".tenantsmith-" + file.getFileName());
      try {
        Files.write(draft, entry.getValue());
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
  }
}
