package io.tenantsmith.git.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Names a signature as the ssh library expects it. An agent signs for a certificate with the key
 * behind it and says so; the library takes only a signature by the certificate's own name, and
 * would give up the login.
 */
final class AgentSignature {

  private static final String CERTIFICATE = "-cert-v01@openssh.com";
  private static final int HEAD = 5;

  private AgentSignature() {}

  /**
   * The agent's answer, renamed if a certificate was to sign.
   *
   * @param question with its length in front
   * @param answer without it
   */
  static byte[] named(byte[] question, byte[] answer) {
    if (answer.length <= HEAD || !keyType(question).endsWith(CERTIFICATE)) {
      return answer;
    }
    ByteBuffer from = ByteBuffer.wrap(answer);
    byte kind = from.get();
    from.getInt();
    String name = text(from);
    if (name.endsWith(CERTIFICATE)) {
      return answer;
    }
    byte[] renamed = (name + CERTIFICATE).getBytes(StandardCharsets.UTF_8);
    int length = Integer.BYTES + renamed.length + from.remaining();
    return ByteBuffer.allocate(HEAD + length)
        .put(kind)
        .putInt(length)
        .putInt(renamed.length)
        .put(renamed)
        .put(from)
        .array();
  }

  private static String keyType(byte[] question) {
    ByteBuffer bytes = ByteBuffer.wrap(question);
    bytes.position(HEAD);
    bytes.getInt();
    return text(bytes);
  }

  private static String text(ByteBuffer bytes) {
    byte[] part = new byte[bytes.getInt()];
    bytes.get(part);
    return new String(part, StandardCharsets.UTF_8);
  }
}
