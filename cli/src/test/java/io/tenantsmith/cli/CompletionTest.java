package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.engine.CommandName;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real shells source what the command prints; the tabulator is typed, and they complete. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CompletionTest {

  @TempDir private Path folder;

  @Test
  void bashCompletes() throws Exception {
    assumeTrue(installed("bash"), "bash is not installed");
    assertCompletes("bash", "bash", "--norc", "--noprofile", "-i");
  }

  /** Zsh completes on terminals only. */
  @Test
  void zshCompletes() throws Exception {
    assumeTrue(installed("zsh") && installed("script"), "zsh or script is not installed");
    assertCompletes("zsh", "script", "-qec", "zsh -f -i", "/dev/null");
  }

  @Test
  void anotherShellIsToldWhichThereAre() {
    Run run = Run.of("completion", "fish");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("bash, zsh");
  }

  private void assertCompletes(String shell, String... start) throws Exception {
    Map<String, String> typed = typed();
    Files.writeString(folder.resolve("completion"), Run.of("completion", shell).out());
    StringBuilder keys = new StringBuilder("set -o emacs\nsource ./completion\n");
    keys.append("tenantsmith() { echo \"<$*>\"; }\n");
    typed.keySet().forEach(line -> keys.append("tenantsmith ").append(line).append('\n'));
    String shown = answer(keys + "exit\n", start);

    typed.values().forEach(line -> assertThat(shown).contains("\n<" + line + ">"));
  }

  /** What is typed, and what the command then gets: every command and every format once. */
  private static Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    for (CommandName command : CommandName.values()) {
      String name = command.label();
      typed.put(name.substring(0, name.length() - 1) + "\t", name);
    }
    for (String format : Format.labels()) {
      typed.put(
          "check --format " + format.substring(0, format.length() - 1) + "\t",
          "check --format " + format);
    }
    typed.put("publish --allow-r\t 2", "publish --allow-removed 2");
    typed.put("help pub\t", "help publish");
    typed.put("completion z\t", "completion zsh");
    return typed;
  }

  /** Standard input stays open until the shell ends, which it does because it is told to. */
  private String answer(String keys, String... command) throws Exception {
    ProcessBuilder start = new ProcessBuilder(command);
    start.environment().putAll(Map.of("TERM", "dumb", "COLUMNS", "200", "HOME", folder.toString()));
    Process shell = start.directory(folder.toFile()).redirectErrorStream(true).start();
    shell.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().flush();
    String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    return shown;
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }
}
