package io.tenantsmith.cli;

import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One command that has run.
 *
 * @param code exit code
 */
record Run(int code, String out, String err) {

  static Run of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Launcher.run(screen(out, err, false), args);
    return new Run(code, text(out), text(err));
  }

  /** A command that runs in a process of its own, in that folder, without a terminal. */
  static Run in(Path folder, String... args) throws IOException {
    Path err = Files.createTempFile("said", ".txt");
    ProcessBuilder builder = process(folder, List.of(), args).redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    try {
      int code = process.waitFor();
      return new Run(code, new String(out, StandardCharsets.UTF_8), Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(err);
    }
  }

  /** The launcher as a process in that folder, to be started; with more options for its Java. */
  static ProcessBuilder process(Path folder, List<String> java, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Launcher.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(Set.of("COLUMNS", "GITHUB_ACTIONS"));
    return builder;
  }

  static Screen screen(ByteArrayOutputStream out, ByteArrayOutputStream err, boolean terminal) {
    return new Screen(Screen.utf8(out), Screen.utf8(err), terminal, Surroundings.ofThisProcess());
  }

  static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
