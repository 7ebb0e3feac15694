package io.tenantsmith.render;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.MailRelay;
import java.util.ArrayList;
import java.util.List;

/**
 * A Secret that nothing in the output makes, so that the platform has to: it comes from elsewhere.
 *
 * @param namespace where it is
 * @param name its name; may hold {@link #TENANT}
 * @param keys what it holds, for people
 */
public record HandMadeSecret(String namespace, String name, String keys) {

  /** Stands for the id of each tenant. */
  public static final String TENANT = "<tenant_id>";

  /** Certificate and key for all tenants' hosts below the cluster's domain. */
  public static final String SITES_CERTIFICATE = "sites-wildcard-tls";

  /** The key by which the language model is asked, in {@link Layout#ADMIN_APPS}. */
  public static final String CONTENT_MODEL = "content-model";

  private static final String BUCKET_KEYS = "access-key-id and secret-access-key, allowed ";

  /** All that a cluster's platform and tenants need. */
  public static List<HandMadeSecret> of(Fleet fleet, Cluster cluster) {
    List<HandMadeSecret> all = new ArrayList<>();
    all.add(
        new HandMadeSecret(
            cluster.gateway().namespace(),
            SITES_CERTIFICATE,
            "tls.crt and tls.key for `*." + cluster.domain().value() + "`"));
    cluster
        .mail()
        .flatMap(MailRelay::secret)
        .ifPresent(
            name ->
                all.add(
                    new HandMadeSecret(
                        Layout.ADMIN_APPS,
                        name,
                        "username and password of the mail relay "
                            + cluster.mail().orElseThrow().host())));
    fleet
        .services()
        .contentModel()
        .ifPresent(
            model ->
                all.add(
                    new HandMadeSecret(
                        Layout.ADMIN_APPS,
                        CONTENT_MODEL,
                        "api-key, by which content automation asks the model at "
                            + model.address().host())));
    if (cluster.backup().sharesKeys() || !fleet.services().secrets().asksForVault()) {
      String name = cluster.backup().secretOf(TENANT);
      all.add(new HandMadeSecret(Layout.ADMIN_APPS, name, bucketKeys(cluster.backup())));
    }
    return List.copyOf(all);
  }

  /** What is to be held of the keys to the bucket of backups. */
  public static String bucketKeys(BackupStore backup) {
    return BUCKET_KEYS
        + (backup.sharesKeys()
            ? "in bucket `" + backup.bucket() + "`; every tenant of the cluster gets them"
            : "below `" + TENANT + "/` in bucket `" + backup.bucket() + "` only");
  }

  /** Whether it is, or stands for, a Secret of that place and name. */
  public boolean covers(String otherNamespace, String otherName) {
    int hole = name.indexOf(TENANT);
    boolean same =
        hole < 0
            ? name.equals(otherName)
            : otherName.startsWith(name.substring(0, hole))
                && otherName.endsWith(name.substring(hole + TENANT.length()));
    return same && namespace.equals(otherNamespace);
  }
}
