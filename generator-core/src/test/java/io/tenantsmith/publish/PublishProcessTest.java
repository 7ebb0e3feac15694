package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in processes of their own. */
class PublishProcessTest {

  @TempDir Path folder;
  private Path home;
  private PublishFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    fixture = new PublishFixture(folder);
  }

  @Test
  void aHostileConfigurationOfTheUserHasNoEffect() throws Exception {
    Path hooks = Files.createDirectory(folder.resolve("hooks"));
    for (String name : new String[] {"reference-transaction", "post-update", "pre-commit"}) {
      Path hook = hooks.resolve(name);
      Files.writeString(hook, "#!/bin/sh\ntouch " + folder.resolve("ran") + "\nexit 1\n");
      assertThat(hook.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(
        home.resolve(".gitconfig"),
        "[core]\n autocrlf = true\n bigFileThreshold = 1\n hooksPath = "
            + hooks
            + "\n[commit]\n gpgsign = true\n[user]\n name = Mallory\n[receive]\n denyCreates = 1\n");

    assertThat(start("x", 3).waitFor()).isZero();

    assertThat(fixture.git.run("cat-file", "-s", "environment/prod:tenants/t0")).isEqualTo("3");
    assertThat(fixture.git.run("cat-file", "-p", "environment/prod"))
        .doesNotContain("gpgsig", "Mallory");
    assertThat(folder.resolve("ran")).doesNotExist();
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).containsExactly(home.resolve(".gitconfig"));
    }
  }

  @Test
  void threeProcessesAtOnceEndWithOneSoundHistory() throws Exception {
    List<Process> runs = new ArrayList<>();
    for (String value : new String[] {"a", "b", "c"}) {
      runs.add(start(value, 3));
    }
    for (Process run : runs) {
      assertThat(run.waitFor()).isZero();
    }
    assertThat(fixture.commits()).isBetween(1, 3);
    fixture.git.assertSound();
  }

  @Test
  void aRunAfterKilledOnesConverges() throws Exception {
    assertThat(start("first", 3).waitFor()).isZero();
    for (int i = 0; i < 4; i++) {
      Process run = start("value" + i, 100);
      Thread.sleep(300L + 200L * i);
      run.destroyForcibly().waitFor();
      new IsolatedGit(fixture.bare).assertSound();
    }
    assertThat(start("last", 100).waitFor()).isZero();
    assertThat(fixture.show("tenants/t99")).startsWith("last");
    fixture.git.assertSound();
  }

  private Process start(String value, int files) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            PublishProcess.class.getName(),
            folder.toString(),
            value,
            Integer.toString(files));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_CONFIG_HOME");
    return builder.start();
  }
}
