package io.tenantsmith.cli;

import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One command that has run in this process.
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

  static Screen screen(ByteArrayOutputStream out, ByteArrayOutputStream err, boolean terminal) {
    return new Screen(Screen.utf8(out), Screen.utf8(err), terminal, Surroundings.ofThisProcess());
  }

  static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
