package io.tenantsmith.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tenants request and pay.
 *
 * @param objects number of Kubernetes objects
 * @param cpuMillis requested cpu in thousandths of a core
 * @param memoryBytes requested memory in bytes
 * @param storageBytes requested storage in bytes
 * @param monthly base price per month by currency (ISO 4217); without tenants whose tier states
 *     none
 */
public record Amounts(
    int objects,
    long cpuMillis,
    long memoryBytes,
    long storageBytes,
    SortedMap<String, BigDecimal> monthly) {

  /** Nothing. */
  public static final Amounts NONE = new Amounts(0, 0, 0, 0, new TreeMap<>());

  /** Copies the map. */
  public Amounts {
    monthly = Collections.unmodifiableSortedMap(new TreeMap<>(monthly));
  }

  /** Both together. */
  public Amounts plus(Amounts more) {
    SortedMap<String, BigDecimal> both = new TreeMap<>(monthly);
    more.monthly.forEach((currency, price) -> both.merge(currency, price, BigDecimal::add));
    return new Amounts(
        objects + more.objects,
        cpuMillis + more.cpuMillis,
        memoryBytes + more.memoryBytes,
        storageBytes + more.storageBytes,
        both);
  }
}
