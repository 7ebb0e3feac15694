package io.tenantsmith.maven;

import java.util.List;

/**
 * Keeps the log of the build free of what the libraries below a publish write there: greetings of
 * the server, and a stack trace for each key that has a passphrase. What a user must know of it is
 * in the diagnostics, and {@code mvn -X} shows all.
 */
final class QuietLibraries {

  private static final List<String> LIBRARIES = List.of("org.apache.sshd", "org.eclipse.jgit");

  /** How Maven's own logger is told the level of one name; the second is that of Maven 4. */
  private static final List<String> SETTINGS =
      List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

  private QuietLibraries() {}

  /** Must come before a class of theirs is loaded; a level that somebody set stays. */
  static void hush() {
    for (String setting : SETTINGS) {
      for (String library : LIBRARIES) {
        if (System.getProperty(setting + library) == null) {
          System.setProperty(setting + library, "off");
        }
      }
    }
  }
}
