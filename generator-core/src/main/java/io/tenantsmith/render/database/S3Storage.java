package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.Map;
import java.util.TreeMap;

/** Where backups of a database go: below the tenant's prefix, encrypted with the tenant's key. */
record S3Storage(Fleet fleet, ResolvedTenant tenant) {

  private static final String CREDENTIALS = "backup-s3";

  /**
   * The field {@code storage}.
   *
   * @param folder below the tenant's prefix
   */
  Map<String, Object> tree(String folder) {
    Fleet.Backup backup = fleet.services().backup();
    Map<String, Object> s3 = new TreeMap<>();
    s3.put("bucket", backup.bucket());
    s3.put("endpoint", backup.endpoint());
    s3.put("prefix", tenant.id().value() + "/" + folder);
    s3.put("region", tenant.cluster().region().value());
    s3.put("accessKeyIdSecretKeyRef", key(CREDENTIALS, "access-key-id"));
    s3.put("secretAccessKeySecretKeyRef", key(CREDENTIALS, "secret-access-key"));
    s3.put("ssec", Map.of("customerKeySecretKeyRef", key("backup-encryption", "customer-key")));
    s3.put("tls", Map.of("enabled", true));
    return Map.of("s3", s3);
  }

  private static Map<String, Object> key(String secret, String key) {
    return Map.of("name", secret, "key", key);
  }
}
