package io.tenantsmith.plan;

import java.util.List;

/**
 * Tenants with the same change, or the files that the tenants of a cluster share.
 *
 * @param scope whose change it is
 * @param tenants who they are, sorted by id; none for shared files
 * @param objects the objects that differ; the names of a tenant are placeholders if there are
 *     several tenants
 * @param files files without an object that differ
 * @param causes why, the strongest first; what is rendered with the fewest of them names them all
 * @param dangers worst first
 * @param before what all of them request and pay in the base
 * @param after the same afterwards
 */
public record ChangeGroup(
    Scope scope,
    List<ChangedTenant> tenants,
    List<ObjectChange> objects,
    List<FileChange> files,
    List<Cause> causes,
    List<Danger> dangers,
    Amounts before,
    Amounts after) {

  /** Copies the lists. */
  public ChangeGroup {
    tenants = List.copyOf(tenants);
    objects = List.copyOf(objects);
    files = List.copyOf(files);
    causes = List.copyOf(causes);
    dangers = List.copyOf(dangers);
  }

  /**
   * Whose change it is.
   *
   * @param fate what becomes of the tenants; changed for shared files
   * @param cluster the cluster whose tenants share the files; empty for tenants, and for files of
   *     the whole fleet
   */
  public record Scope(Fate fate, String cluster, boolean shared) {}

  /** Whether nothing differs but what follows from changes of others. */
  public boolean isDerived() {
    return objects.stream().allMatch(ObjectChange::isDerived)
        && files.stream().allMatch(FileChange::derived);
  }
}
