package io.tenantsmith.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as the output writes them: {@code sha256:} and 64 hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /** Digest of some bytes. */
  public static String of(byte[] content) {
    return "sha256:" + HexFormat.of().formatHex(algorithm().digest(content));
  }

  /** Digest of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
