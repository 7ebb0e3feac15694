package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The git program of the machine on one repository, without anybody's configuration. */
public final class IsolatedGit {

  private final Path folder;

  /** Git in that folder; it may be a bare repository. */
  public IsolatedGit(Path folder) {
    this.folder = folder;
  }

  /** Makes a repository there. */
  public static IsolatedGit init(Path folder, String... options) throws IOException {
    folder.toFile().mkdirs();
    List<String> arguments = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    arguments.addAll(List.of(options));
    IsolatedGit git = new IsolatedGit(folder);
    git.run(arguments.toArray(String[]::new));
    return git;
  }

  /** Runs git, expects it to succeed and gives what it printed, without the last line end. */
  public String run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "Tester",
                "GIT_AUTHOR_EMAIL", "tester@example.com",
                "GIT_COMMITTER_NAME", "Tester",
                "GIT_COMMITTER_EMAIL", "tester@example.com"));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exitCode(process)).as(command + " said: " + out).isZero();
    return out.stripTrailing();
  }

  /** Expects a repository without a fault. */
  public void assertSound() throws IOException {
    assertThat(run("fsck", "--strict", "--no-dangling")).doesNotContain("error", "missing");
  }

  private static int exitCode(Process process) throws IOException {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
