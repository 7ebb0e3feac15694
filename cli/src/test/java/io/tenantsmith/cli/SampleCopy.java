package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample fleet in a folder and repository of its own, rendered and committed. */
final class SampleCopy {

  private SampleCopy() {}

  static Path in(Path root) throws IOException {
    inputs(root);
    Files.writeString(root.resolve(".gitignore"), "/target/\n");
    assertThat(Run.of("generate", "--directory", root.toString()).code()).isZero();
    git(root, "init", "-q", "-b", "main");
    git(root, "add", "--all");
    git(root, "commit", "-q", "-m", "The sample");
    return root;
  }

  /** The input files alone. */
  static void inputs(Path root) throws IOException {
    for (String name : List.of("fleet.yaml", "tiers", "tenants")) {
      try (Stream<Path> files = Files.walk(DocumentedCommand.ROOT.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          Path copy = root.resolve(DocumentedCommand.ROOT.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  static void git(Path folder, String... arguments) throws IOException {
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
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
