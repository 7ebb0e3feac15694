package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an index remembers about a tenant because a later run needs it and cannot learn it from the
 * inputs.
 *
 * @param fixed what cannot be changed in place; null in the line of an older generator
 * @param login host of the branded login page
 * @param retired hosts of its former login pages, sorted
 * @param until the day until which the data of a retained tenant is promised to be kept
 */
public record PublishedFacts(
    @Nullable Fixed fixed,
    @Nullable HostName login,
    List<HostName> retired,
    @Nullable String until) {

  /** The facts of a tenant about which nothing is known. */
  public static final PublishedFacts NOTHING = new PublishedFacts(null, null, List.of(), null);

  /** Copies the list. */
  public PublishedFacts {
    retired = List.copyOf(retired);
  }

  /** The facts of a tenant that are worth remembering. */
  public static PublishedFacts of(ResolvedTenant tenant) {
    return new PublishedFacts(
        Fixed.of(tenant),
        tenant.hosts().loginHost().orElse(null),
        tenant.retiredLogins(),
        tenant.until().orElse(null));
  }

  /** What cannot be changed in place, if it is known. */
  public Optional<Fixed> known() {
    return Optional.ofNullable(fixed);
  }

  /** The day until which its data is promised to be kept, if it is retained. */
  public Optional<String> promised() {
    return Optional.ofNullable(until);
  }

  /** Every host for which Authentik may hold a brand of this tenant. */
  public List<HostName> brands() {
    List<HostName> brands = new ArrayList<>(retired);
    if (login != null) {
      brands.add(login);
    }
    return List.copyOf(brands);
  }

  /**
   * What cannot be changed in place.
   *
   * @param namespace where all of the tenant's objects are
   * @param region where its cluster is
   * @param content size of the volume of WordPress
   * @param database size of the volume of one database instance
   * @param instances number of database instances
   * @param shared storage class of volumes that many pods write
   * @param single storage class of volumes that one pod writes
   * @param snapshot class of the snapshots from which instances of the database are made; null
   *     where there is one instance, and in the line of an older generator
   * @param generation which line of backups the database continues
   */
  public record Fixed(
      String namespace,
      String region,
      Bytes content,
      Bytes database,
      int instances,
      String shared,
      String single,
      @Nullable String snapshot,
      int generation) {

    /** The generation of a tenant whose line is older than the field. */
    public static final int FIRST_GENERATION = 1;

    private static Fixed of(ResolvedTenant tenant) {
      Cluster cluster = tenant.cluster();
      int instances = tenant.get(TierKeys.DATABASE_INSTANCES);
      return new Fixed(
          tenant.namespace(),
          cluster.region().value(),
          tenant.get(TenantKeys.STORAGE_SIZE),
          tenant.get(TenantKeys.DB_STORAGE),
          instances,
          cluster.storageClasses().shared(),
          cluster.storageClasses().single(),
          instances > 1 ? cluster.storageClasses().snapshot() : null,
          tenant.get(TenantKeys.BACKUP_GENERATION));
    }
  }
}
