package io.tenantsmith.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of this generator, as the build wrote them into the jar. */
public final class Tool {

  private Tool() {}

  /** For instance {@code tenantsmith 0.1.0}. */
  public static String nameAndVersion() {
    return "tenantsmith " + version();
  }

  /** For instance {@code 0.1.0}. */
  public static String version() {
    return properties().getProperty("version");
  }

  /** Where the documentation of this version is; empty if the build names no address. */
  static String url() {
    return properties().getProperty("url", "").strip();
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Tool.class.getResourceAsStream("tool.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
