package io.tenantsmith.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One tenant that a plan changes.
 *
 * @param tier the tier that it has afterwards; the former one of a tenant that goes
 * @param names what its group's placeholders stand for: a text of the group with each placeholder,
 *     for instance {@code <tenant>}, replaced by its name is the tenant's own text
 */
public record ChangedTenant(
    String id, String tier, String cluster, SortedMap<String, String> names) {

  /** Copies the map. */
  public ChangedTenant {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }
}
