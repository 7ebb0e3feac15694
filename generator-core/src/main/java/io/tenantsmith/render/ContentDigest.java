package io.tenantsmith.render;

import io.tenantsmith.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** A short digest of values, for names and annotations that must change when the values do. */
public final class ContentDigest {

  private ContentDigest() {}

  /**
   * The first digits of the SHA-256 of the values as JSON; equal values give equal digits.
   *
   * @param value maps, lists, strings, whole numbers, booleans
   * @param digits how many hexadecimal digits, at most 64
   */
  public static String of(Object value, int digits) {
    return ofText(JsonWriter.canonical(value), digits);
  }

  /**
   * The first digits of the SHA-256 of a text.
   *
   * @param digits how many hexadecimal digits, at most 64
   */
  public static String ofText(String text, int digits) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, digits);
  }

  /**
   * The first digits of the SHA-256 of some files: of their digests and names, as {@code sha256sum}
   * lists them. So a file that many have need not be looked through for each of them.
   *
   * @param files texts by name; a name is one line
   * @param known knows digests of texts
   * @param digits how many hexadecimal digits, at most 64
   */
  public static String ofFiles(SortedMap<String, String> files, TextDigests known, int digits) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (name, text) -> lines.append(known.of(text)).append("  ").append(name).append('\n'));
    return ofText(lines.toString(), digits);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
