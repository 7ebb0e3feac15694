package io.tenantsmith.render.kubernetes;

import io.tenantsmith.model.HostName;

/** Names that are made of a host so that no two hosts have the same. */
final class ListenerName {

  private ListenerName() {}

  /** The host as one label: {@code -} becomes {@code --}, then {@code .} becomes {@code -}. */
  static String of(HostName host) {
    return host.value().replace("-", "--").replace('.', '-');
  }
}
