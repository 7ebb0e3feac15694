package io.tenantsmith.git.ssh;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** What an agent was heard to hold, for the words about a login that failed. */
final class AgentKeys {

  private static final byte IDENTITIES_ANSWER = 12;

  private final List<String> names = new ArrayList<>();
  private @Nullable Path silent;

  /** Nobody answers at the socket. */
  synchronized void silent(Path socket) {
    silent = socket;
  }

  /** Takes the agent's answer to the question which keys it holds. */
  synchronized void listed(byte[] answer) {
    names.clear();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(answer);
      if (bytes.get() != IDENTITIES_ANSWER) {
        return;
      }
      for (int left = bytes.getInt(); left > 0; left--) {
        byte[] key = next(bytes);
        String comment = new String(next(bytes), StandardCharsets.UTF_8);
        names.add(name(key, comment));
      }
    } catch (BufferUnderflowException e) {
      // An answer that breaks off names the keys before that; the ssh library refuses it aloud.
      return;
    }
  }

  /** The keys, each by its fingerprint and the comment that its owner gave it. */
  synchronized List<String> names() {
    return List.copyOf(names);
  }

  /** The socket where nobody answered. */
  synchronized Optional<Path> unanswered() {
    return Optional.ofNullable(silent);
  }

  private static byte[] next(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[length];
    bytes.get(part);
    return part;
  }

  private static String name(byte[] key, String comment) {
    String print;
    try {
      print = DigestUtils.getFingerPrint(BuiltinDigests.sha256, key);
    } catch (Exception e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    return comment.isBlank() ? print : print + " (" + comment + ")";
  }
}
