package io.tenantsmith.render.kubernetes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Digests of trees: SHA-256 over JSON with sorted keys, without spaces, in UTF-8. Thread-safe, as
 * every digest has its own state.
 */
final class TreeDigest {

  private final JsonMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** The first hexadecimal digits. */
  String of(Object tree, int digits) {
    byte[] digest = sha256().digest(mapper.writeValueAsBytes(tree));
    return HexFormat.of().formatHex(digest).substring(0, digits);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
