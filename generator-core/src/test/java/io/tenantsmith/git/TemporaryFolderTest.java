package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  /** A library that leaves a hook behind keeps its classes alive in the process that embeds it. */
  @Test
  void nothingIsLeftOfAClosedOne() throws Exception {
    TemporaryFolder folder = TemporaryFolder.make(Instant.now());
    Path path = folder.path();
    Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");

    folder.close();

    assertThat(path).doesNotExist();
    Field hook = TemporaryFolder.class.getDeclaredField("atExit");
    hook.setAccessible(true);
    assertThat(Runtime.getRuntime().removeShutdownHook((Thread) hook.get(folder))).isFalse();
  }

  @Test
  void anotherOneOfTheSameProcessIsLeftAlone() throws IOException {
    try (TemporaryFolder first = TemporaryFolder.make(Instant.now());
        TemporaryFolder second = TemporaryFolder.make(Instant.now())) {
      assertThat(first.path()).exists().isNotEqualTo(second.path());
    }
  }
}
