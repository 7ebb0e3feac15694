package io.tenantsmith.render.kubernetes;

import io.tenantsmith.model.HostName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of what belongs to one host: its certificate, its listener, its Secret. */
final class HostObjectName {

  /** Shorter than a name may be, since cert-manager and we append to it. */
  private static final int LONGEST = 240;

  private static final int KEPT = 200;

  private HostObjectName() {}

  /** The host without dots; hyphens are doubled, so that no two hosts meet in one name. */
  static String of(HostName host) {
    String name = host.value().replace("-", "--").replace('.', '-');
    return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "-" + digest(host);
  }

  /** The Secret that holds the host's key and certificate. */
  static String secretOf(HostName host) {
    return of(host) + "-tls";
  }

  private static String digest(HostName host) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(host.value().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
