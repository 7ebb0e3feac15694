package io.tenantsmith.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A path of a fleet as a relative URI reference (RFC 3986). */
final class UriPath {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private UriPath() {}

  /** The path with all but plain characters as percent escapes of their UTF-8 bytes. */
  static String of(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
