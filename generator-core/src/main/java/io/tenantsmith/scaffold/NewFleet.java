package io.tenantsmith.scaffold;

import java.util.List;

/**
 * What differs between one new fleet and another.
 *
 * @param sync the tool that syncs the cluster; empty for none
 */
public record NewFleet(
    Platform platform,
    FirstCluster cluster,
    String sync,
    Target target,
    Plugin plugin,
    List<CiSystem> ci) {

  /** Copies the list. */
  public NewFleet {
    ci = List.copyOf(ci);
  }

  /** Name of the fleet, domain of its tenants, address of who runs it. */
  public record Platform(String name, String domain, String contact) {}

  /** Name and region of the first cluster. */
  public record FirstCluster(String name, String region) {}

  /**
   * Where the fleet is published.
   *
   * @param repository a path or an address
   * @param branch empty for the usual one
   */
  public record Target(Access access, String repository, String branch) {}

  /** How the repository is reached, which decides what a pipeline needs. */
  public enum Access {
    /** A path, made on first use. */
    PATH,
    /** A file URL. */
    FILE,
    /** User name and password. */
    HTTPS,
    /** A key. */
    SSH;

    /** Whether something in a cluster could read there. */
    public boolean isReadByPods() {
      return this == HTTPS || this == SSH;
    }
  }

  /**
   * The Maven plugin.
   *
   * @param repository the Maven repository that has it; empty for the usual ones
   */
  public record Plugin(String version, String repository) {}
}
