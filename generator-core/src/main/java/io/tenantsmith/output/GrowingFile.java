package io.tenantsmith.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of somebody else that several programs add to, as a CI server gives to its steps. */
public final class GrowingFile {

  private GrowingFile() {}

  /** Adds a text at its end; what is there stays. */
  public static void append(Path file, String text) throws IOException {
    Files.write(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
