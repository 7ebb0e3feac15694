package io.tenantsmith.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Spreads tenants evenly over anything, the same on every machine. */
public final class StableHash {

  private StableHash() {}

  /** The first 32 bits of the id's SHA-256, unsigned. */
  public static long of(TenantId id) {
    return of(id.value());
  }

  /** The same of the id together with what it is spread over, a name without spaces. */
  public static long of(TenantId id, String over) {
    return of(id.value() + " " + over);
  }

  private static long of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
