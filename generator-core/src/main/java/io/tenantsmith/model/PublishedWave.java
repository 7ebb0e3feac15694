package io.tenantsmith.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A roll-out that is published and not done: some tenants have it and others do not.
 *
 * @param tier the tier that states it
 * @param id its id
 * @param set what it sets, as text by path
 */
public record PublishedWave(String tier, String id, SortedMap<String, String> set) {

  /** Copies the map. */
  public PublishedWave {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
  }
}
