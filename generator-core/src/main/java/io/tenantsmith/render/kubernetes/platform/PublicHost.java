package io.tenantsmith.render.kubernetes.platform;

import io.tenantsmith.model.HostName;

/** Names of objects that are made from a host name. */
final class PublicHost {

  private PublicHost() {}

  /** Of its Certificate and its listener: no two hosts meet, since "-" is doubled. */
  static String objectName(HostName host) {
    return host.value().replace("-", "--").replace('.', '-');
  }

  /** Of the Secret that holds its key. */
  static String secretName(HostName host) {
    return objectName(host) + "-tls";
  }
}
