package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.render.ContentDigest;

/** Names of what belongs to one host: its certificate, its listener, its Secret. */
public final class HostObjectName {

  /** Shorter than a name may be, since cert-manager and we append to it. */
  private static final int LONGEST = 240;

  private static final int KEPT = 200;
  private static final int DIGITS = 16;

  private HostObjectName() {}

  /** The host without dots; hyphens are doubled, so that no two hosts meet in one name. */
  public static String of(HostName host) {
    String name = host.value().replace("-", "--").replace('.', '-');
    return name.length() <= LONGEST
        ? name
        : name.substring(0, KEPT) + "-" + ContentDigest.ofText(host.value(), DIGITS);
  }

  /** The Secret that holds the host's key and certificate. */
  public static String secretOf(HostName host) {
    return of(host) + "-tls";
  }
}
