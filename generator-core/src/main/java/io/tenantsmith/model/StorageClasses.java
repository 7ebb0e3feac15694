package io.tenantsmith.model;

/** Storage classes of a cluster; they must allow expansion. */
public record StorageClasses(Settings settings) {

  /** For volumes that many pods write, with its place. */
  public Sourced<String> sharedClass() {
    return settings.sourced(ClusterKeys.SHARED_CLASS);
  }

  /** For volumes that one pod writes, with its place. */
  public Sourced<String> singleClass() {
    return settings.sourced(ClusterKeys.SINGLE_CLASS);
  }

  /** Class of volume snapshots, with its place. */
  public Sourced<String> snapshotClass() {
    return settings.sourced(ClusterKeys.SNAPSHOT_CLASS);
  }

  /** For volumes that many pods write. */
  public String shared() {
    return settings.get(ClusterKeys.SHARED_CLASS);
  }

  /** For volumes that one pod writes. */
  public String single() {
    return settings.get(ClusterKeys.SINGLE_CLASS);
  }

  /** Class of volume snapshots. */
  public String snapshot() {
    return settings.get(ClusterKeys.SNAPSHOT_CLASS);
  }
}
