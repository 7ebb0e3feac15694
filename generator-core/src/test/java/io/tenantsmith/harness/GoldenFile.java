package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An expected text among the test resources. {@code -Dgolden.update=true} writes it anew, to be
 * read as a diff before it is committed; a CI server refuses to.
 *
 * @param path below {@code src/test/resources}
 */
public record GoldenFile(String path) {

  private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();

  /** The expected text. */
  public String text() {
    return YamlTrees.text(file());
  }

  /** Fails with the first difference, or takes the text as the expected one. */
  public void assertIs(String text) {
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      write(text);
    }
    SameFiles.assertSame(path, text, text());
  }

  private void write(String text) {
    try {
      Files.writeString(file(), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return RESOURCES.resolve(path);
  }
}
