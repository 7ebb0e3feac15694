package io.tenantsmith.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet rendered into memory.
 *
 * @param report its outcome and diagnostics; nothing is rendered unless the outcome is done
 * @param tenants the selected tenants, sorted by id
 */
public record RenderedFleet(Report report, List<TenantFiles> tenants) {

  /** Copies the list. */
  public RenderedFleet {
    tenants = List.copyOf(tenants);
  }

  /** An input file that takes the place of the one on disk, or is added to those on disk. */
  public record Draft(String file, String text) {}

  /**
   * What is rendered for one tenant.
   *
   * @param namespace its namespace in the cluster
   * @param files text by path below the tenant's folder, for instance {@code namespace.yaml}
   * @param objects every Kubernetes object of these files in their order: maps, lists and scalars
   *     that nobody can change
   */
  public record TenantFiles(
      String id,
      String namespace,
      SortedMap<String, String> files,
      List<Map<String, Object>> objects) {

    /** Copies the collections. */
    public TenantFiles {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
      objects = objects.stream().map(PlainTree::copy).toList();
    }
  }
}
