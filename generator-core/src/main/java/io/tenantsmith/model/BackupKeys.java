package io.tenantsmith.model;

import static io.tenantsmith.model.Form.word;

import java.util.List;

/**
 * The store of backups, in the order of the schema. A cluster that states any of them has nothing
 * of the fleet's: a bucket of one region with the endpoint of another is of no use.
 */
public final class BackupKeys {

  static final int HTTPS_PORT = 443;

  /** S3 bucket. */
  public static final Key<String> BUCKET =
      stated("backup.bucket", Form.DOTTED).from(s -> s.get(FleetKeys.NAME) + "-backups");

  /** S3 endpoint host. */
  public static final Key<HostName> ENDPOINT =
      stated("backup.endpoint", Form.HOST).otherwise(new HostName("s3.amazonaws.com"));

  /** TCP port of the endpoint. */
  public static final Key<Integer> PORT = stated("backup.port", Form.WHOLE).otherwise(HTTPS_PORT);

  /** Region that requests are signed for. */
  public static final Key<String> REGION =
      stated("backup.region", Form.LABEL).from(s -> s.get(ClusterKeys.REGION));

  /** Ranges of the endpoint's addresses beyond the public ones. */
  public static final Key<List<String>> CIDRS =
      stated("backup.cidrs", Form.RANGES).otherwise(List.of());

  /** Whose the keys to the bucket are. */
  public static final Key<BackupCredentials> CREDENTIALS =
      stated("backup.credentials", word(BackupCredentials::of)).otherwise(BackupCredentials.SHARED);

  /** Secret with the keys to the bucket. */
  public static final Key<String> SECRET =
      stated("backup.secret", Form.DOTTED).otherwise("backup-s3");

  /** Where Velero runs. */
  public static final Key<String> VELERO_NAMESPACE =
      stated("backup.velero.namespace", Form.LABEL).otherwise("velero");

  /** Velero's backup location. */
  public static final Key<String> VELERO_LOCATION =
      stated("backup.velero.location", Form.LABEL).otherwise("default");

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(
          BUCKET,
          ENDPOINT,
          PORT,
          REGION,
          CIDRS,
          CREDENTIALS,
          SECRET,
          VELERO_NAMESPACE,
          VELERO_LOCATION);

  private BackupKeys() {}

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.FLEET, Document.CLUSTER);
  }
}
