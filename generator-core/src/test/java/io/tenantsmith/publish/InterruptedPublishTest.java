package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A publish over a URL that is interrupted leaves nothing in the temporary folder. */
class InterruptedPublishTest {

  private static final int FILES = 3000;

  @TempDir Path folder;
  private Path temporary;
  private PublishFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    fixture = new PublishFixture(folder);
    fixture.publish(Map.of("tenants/t0", "0"));
  }

  /** At once while it clones, and later while it renders or pushes. */
  @ParameterizedTest
  @CsvSource({"INT, 0", "TERM, 0", "INT, 300", "TERM, 700", "INT, 1200"})
  void aSignalLeavesNothing(String signal, long millis) throws Exception {
    Process run = start();
    awaitClone(run);
    Thread.sleep(millis);
    new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(clones()).isEmpty();
    new IsolatedGit(fixture.bare).assertSound();
  }

  /** Whoever removes it must not be stopped half way either. */
  @RepeatedTest(3)
  void aSignalWhileItIsRemovedLeavesNothing() throws Exception {
    Process run = start();
    Path clone = awaitClone(run);
    awaitLock(run);
    int most = 0;
    for (int now = entries(clone); now >= most && run.isAlive(); now = entries(clone)) {
      most = now;
    }
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(clones()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftTheNextOneTakesAway() throws Exception {
    Process run = start();
    // Without its lock a folder may be one that is just being made: it is left alone for an hour.
    awaitLock(run);
    run.destroyForcibly().waitFor();
    assertThat(clones()).hasSize(1);
    Path foreign = Files.createDirectory(temporary.resolve("tenantsmith-publish-of-mine.txt.d"));
    Path notes = Files.writeString(temporary.resolve("tenantsmith-publish-notes"), "mine");
    FileTime longAgo = FileTime.from(Instant.now().minusSeconds(7200));
    Files.setLastModifiedTime(notes, longAgo);
    Path old = Files.createDirectory(temporary.resolve("tenantsmith-publish-old"));
    Files.setLastModifiedTime(old, longAgo);
    Path standIn = Files.createFile(temporary.resolve("tenantsmith-publish-stand-in"));
    Files.setLastModifiedTime(standIn, longAgo);

    assertThat(start().waitFor()).isZero();

    assertThat(clones()).containsExactlyInAnyOrder(foreign, notes);
  }

  @Test
  void aRunningOneIsLeftAlone() throws Exception {
    Process first = start();
    Path clone = awaitClone(first);
    Process second = start();
    while (clones().size() < 2 && second.isAlive()) {
      Thread.sleep(5);
    }
    assertThat(clone).exists();
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(clones()).isEmpty();
  }

  private Path awaitClone(Process run) throws Exception {
    while (clones().isEmpty()) {
      assertThat(run.isAlive()).isTrue();
      Thread.sleep(5);
    }
    return clones().get(0);
  }

  private void awaitLock(Process run) throws Exception {
    Path lock = awaitClone(run).resolve("lock");
    while (!Files.exists(lock)) {
      assertThat(run.isAlive()).isTrue();
      Thread.sleep(5);
    }
  }

  private static int entries(Path clone) {
    String[] names = clone.toFile().list();
    return names == null ? 0 : names.length;
  }

  private List<Path> clones() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(each -> each.toString().contains("tenantsmith-publish")).toList();
    }
  }

  private Process start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            PublishProcess.class.getName(),
            folder.toString(),
            "value",
            Integer.toString(FILES),
            fixture.bare.toUri().toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(folder.resolve("said").toFile()))
        .start();
  }
}
