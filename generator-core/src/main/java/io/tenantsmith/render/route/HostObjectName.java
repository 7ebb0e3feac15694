package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.render.ContentDigest;

/** Names of what belongs to one host: its certificate, its listener, its Secret. */
public final class HostObjectName {

  /** Shorter than a name may be, since cert-manager and we append to it. */
  private static final int MAX_LENGTH = 240;

  private static final int PREFIX_LENGTH = 200;
  private static final int DIGITS = 16;

  private HostObjectName() {}

  /** The host without dots; hyphens are doubled, so that no two hosts meet in one name. */
  public static String of(HostName host) {
    String name = host.value().replace("-", "--").replace('.', '-');
    return name.length() <= MAX_LENGTH
        ? name
        : name.substring(0, PREFIX_LENGTH) + "-" + ContentDigest.ofText(host.value(), DIGITS);
  }

  /** The Secret that holds the host's key and certificate. */
  public static String secretOf(HostName host) {
    return of(host) + "-tls";
  }
}
