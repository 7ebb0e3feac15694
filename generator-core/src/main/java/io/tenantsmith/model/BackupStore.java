package io.tenantsmith.model;

import java.util.List;

/** Where a cluster's backups go, as names for its {@link BackupKeys values}. */
public record BackupStore(Settings settings) {

  /** How long after the database the namespace follows, so that both are of one night. */
  public static final int MINUTES_AFTER_DATABASE = 90;

  /** S3 bucket. */
  public String bucket() {
    return settings.get(BackupKeys.BUCKET);
  }

  /** S3 endpoint host. */
  public String endpoint() {
    return settings.get(BackupKeys.ENDPOINT).value();
  }

  /** TCP port of the endpoint. */
  public int port() {
    return settings.get(BackupKeys.PORT);
  }

  /** The endpoint as a client of S3 takes it: its port only where that is not the usual one. */
  public String address() {
    return port() == BackupKeys.HTTPS_PORT ? endpoint() : endpoint() + ":" + port();
  }

  /**
   * Region that requests are signed for: where the bucket is, as far as its store knows regions.
   */
  public String region() {
    return settings.get(BackupKeys.REGION);
  }

  /** Ranges of the endpoint's addresses beyond the public ones. */
  public List<String> cidrs() {
    return settings.get(BackupKeys.CIDRS);
  }

  /** Whether all tenants of the cluster have the same keys. */
  public boolean sharesKeys() {
    return settings.get(BackupKeys.CREDENTIALS) == BackupCredentials.SHARED;
  }

  /** Secret of admin-apps with the keys that all tenants have. */
  public String secret() {
    return settings.get(BackupKeys.SECRET);
  }

  /** Secret of admin-apps with the keys of that tenant. */
  public String secretOf(String tenant) {
    return sharesKeys() ? secret() : secret() + "-" + tenant;
  }

  /** Where Velero runs. */
  public String veleroNamespace() {
    return settings.get(BackupKeys.VELERO_NAMESPACE);
  }

  /** Velero's backup location. */
  public String veleroLocation() {
    return settings.get(BackupKeys.VELERO_LOCATION);
  }
}
