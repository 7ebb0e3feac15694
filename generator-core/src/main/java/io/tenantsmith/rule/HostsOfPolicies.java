package io.tenantsmith.rule;

import java.util.List;

/** What a host's name says about who may reach it: policies know addresses and no names. */
final class HostsOfPolicies {

  private static final List<String> IN_CLUSTER = List.of(".svc", ".cluster.local");

  /** Names that nobody has in public. */
  private static final List<String> PRIVATE =
      List.of(".internal", ".local", ".lan", ".home.arpa", ".intranet", ".corp", ".private");

  private HostsOfPolicies() {}

  /** Whether it is a Service of the cluster. */
  static boolean isService(String host) {
    return IN_CLUSTER.stream().anyMatch(host::endsWith);
  }

  /** Whether it is a name that nobody has in public. */
  static boolean isPrivate(String host) {
    return PRIVATE.stream().anyMatch(host::endsWith);
  }
}
