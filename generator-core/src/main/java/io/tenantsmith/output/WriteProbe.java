package io.tenantsmith.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether something can be written: tried, because permissions alone do not tell. */
public final class WriteProbe {

  private static final String PREFIX = ".tenantsmith-probe-";

  private WriteProbe() {}

  /** Writes and removes a file in a folder; tells why that did not work. */
  public static Optional<IOException> of(Path folder) {
    try {
      Path file = Files.createTempFile(folder, PREFIX, "");
      try {
        Files.writeString(file, "probe");
      } finally {
        Files.delete(file);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
