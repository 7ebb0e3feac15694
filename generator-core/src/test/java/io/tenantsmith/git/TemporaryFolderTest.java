package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.surroundings.AtExit;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /**
   * JGit makes all folders above a file, whenever it comes to that after the process was told to
   * end.
   */
  @Test
  void nobodyMakesItAgainBeforeItsUserHasLeft(@TempDir Path top) throws Exception {
    FolderAtExit end = new FolderAtExit(SURROUNDINGS, Duration.ofMinutes(1));
    Path path = end.make(() -> Files.createDirectory(top.resolve("folder")));
    Thread hook = new Thread(end::run);
    hook.start();
    while (!Files.isRegularFile(path)) {
      Thread.sleep(1);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(path.resolve("clone/refs").toFile().mkdirs()).isFalse();
      Thread.sleep(10);
    }

    end.left();

    hook.join();
    assertThat(path).doesNotExist();
  }

  @Test
  void noneIsMadeOnceTheProcessEnds(@TempDir Path top) {
    FolderAtExit end = new FolderAtExit(SURROUNDINGS, Duration.ofMinutes(1));
    end.run();
    assertThatThrownBy(() -> end.make(() -> Files.createDirectory(top.resolve("folder"))))
        .isInstanceOf(IOException.class)
        .hasMessage("the process was told to end");
    assertThat(top).isEmptyDirectory();
  }

  /** At the end of a process its threads go on making and removing files. */
  @Test
  void whatVanishesMeanwhileDoesNotKeepTheRest(@TempDir Path top) throws Exception {
    Path busy = Files.createDirectories(top.resolve("folder/busy"));
    Path still = Files.createDirectories(top.resolve("folder/still"));
    for (int i = 0; i < 2000; i++) {
      Files.createFile(still.resolve(Integer.toString(i)));
      Files.createFile(busy.resolve(Integer.toString(i)));
    }
    CountDownLatch begun = new CountDownLatch(1);
    Thread other = new Thread(() -> removeNames(busy, begun));
    other.start();
    begun.await();

    TemporaryFolder.removeAll(top.resolve("folder"));

    other.join();
    assertThat(still).doesNotExist();
  }

  private static void removeNames(Path folder, CountDownLatch begun) {
    for (int i = 0; i < 2000; i++) {
      folder.resolve(Integer.toString(i)).toFile().delete();
      begun.countDown();
    }
  }
}
