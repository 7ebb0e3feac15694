package io.tenantsmith.diagnostic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What makes a diagnostic the same one in the next report: code, file and fact. Its line is none of
 * it, since lines move; of several that are alike, their order counts.
 */
final class Fingerprints {

  private final Map<String, Integer> seen = new HashMap<>();

  /** The fingerprint of the next diagnostic of a report. */
  String next(Diagnostic diagnostic) {
    String said =
        diagnostic.code() + "\n" + diagnostic.range().file() + "\n" + diagnostic.message();
    int number = seen.merge(said, 1, Integer::sum);
    return digest(number == 1 ? said : said + "\n" + number);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
