package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ctrl-C takes the temporary clone away from under a publish that goes on for a moment: what fails
 * then is nothing that the user has to mend.
 */
class InterruptedCommandTest {

  @TempDir private static Path top;
  private static String url;
  @TempDir private Path temporary;

  @BeforeAll
  static void publishOnce() throws IOException {
    SampleCopy.in(top);
    Path bare = top.resolve("target/gitops.git");
    SampleCopy.git(top, "init", "-q", "--bare", "-b", "main", bare.toString());
    url = bare.toUri().toString();
    String fleet = top.toString();
    assertThat(Run.of("publish", "--directory", fleet, "--repository", url).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20, 60, 120, 250})
  void itSaysNothingOfWhatFailsThen(long millis) throws Exception {
    Path said = top.resolve("target/said");
    List<String> java = List.of("-Djava.io.tmpdir=" + temporary);
    Process run =
        Run.process(top, java, "publish", "--repository", url)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    while (isEmpty(temporary)) {
      assertThat(run.isAlive()).isTrue();
      Thread.sleep(2);
    }
    Thread.sleep(millis);
    run.destroy();

    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(said, StandardCharsets.UTF_8)).doesNotContain("error", "java.");
    assertThat(temporary).isEmptyDirectory();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
