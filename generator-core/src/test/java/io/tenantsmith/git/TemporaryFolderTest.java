package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.surroundings.AtExit;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  private static final Surroundings SURROUNDINGS = Surroundings.ofThisProcess();

  /** A library that leaves a hook behind keeps its classes alive in the process that embeds it. */
  @Test
  void nothingIsLeftOfAClosedOne() throws Exception {
    TemporaryFolder folder = TemporaryFolder.make(SURROUNDINGS);
    Path path = folder.path();
    Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");

    folder.close();

    assertThat(path).doesNotExist();
    Field atExit = TemporaryFolder.class.getDeclaredField("atExit");
    atExit.setAccessible(true);
    Field hook = AtExit.class.getDeclaredField("hook");
    hook.setAccessible(true);
    Thread registered = (Thread) hook.get(atExit.get(folder));
    assertThat(Runtime.getRuntime().removeShutdownHook(registered)).isFalse();
  }

  @Test
  void anotherOneOfTheSameProcessIsLeftAlone() throws IOException {
    try (TemporaryFolder first = TemporaryFolder.make(SURROUNDINGS);
        TemporaryFolder second = TemporaryFolder.make(SURROUNDINGS)) {
      assertThat(first.path()).exists().isNotEqualTo(second.path());
    }
  }
}
