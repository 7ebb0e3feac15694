package io.tenantsmith.rule;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How full a cluster is: the counts that {@link CapacityRule} and {@link TenantCountRule} judge,
 * for who looks for a place.
 *
 * @param tenants those that are placed on it
 * @param requests what a tenant requests at its peak; asked only where a capacity is stated
 */
public record ClusterLoad(
    Cluster cluster, List<EffectiveTenant> tenants, Function<EffectiveTenant, Requests> requests) {

  /** Copies the list. */
  public ClusterLoad {
    tenants = List.copyOf(tenants);
  }

  /**
   * A part of a capacity that is requested.
   *
   * @param what cpu, memory or storage
   * @param requested the sum of all tenants: thousandths of a core, or bytes
   * @param capacity what the cluster states, in the same unit
   */
  public record Share(String what, long requested, long capacity) {

    /** 1 where all of it is requested. */
    public double part() {
      return (double) requested / capacity;
    }

    /** For instance {@code 41%}. */
    public String percent() {
      return Math.round(part() * 100) + "%";
    }
  }

  /** The loads of all clusters of a fleet, in its order. */
  public static List<ClusterLoad> of(
      Resolution resolution, Function<EffectiveTenant, Requests> requests) {
    Fleet fleet = resolution.workspace().fleet();
    return fleet == null
        ? List.of()
        : fleet.clusters().stream()
            .map(c -> new ClusterLoad(c, ClusterTenants.of(c, fleet, resolution), requests))
            .toList();
  }

  /** The load with another tenant, or the same where that one is placed here already. */
  public ClusterLoad with(EffectiveTenant tenant) {
    if (tenants.contains(tenant)) {
      return this;
    }
    List<EffectiveTenant> more = new ArrayList<>(tenants);
    more.add(tenant);
    return new ClusterLoad(cluster, more, requests);
  }

  /** What is nearest to its limit; empty if the cluster states no capacity. */
  public Optional<Share> largest() {
    // Of equal ones the first wins, so that the words are always the same.
    return shares().stream().max(Comparator.comparingDouble(Share::part));
  }

  /** What is requested of each capacity that the cluster states: cpu, memory, storage. */
  public List<Share> shares() {
    Cluster.Capacity capacity = cluster.capacity();
    List<Share> shares = new ArrayList<>();
    share("cpu", limit(capacity.cpuLimit(), Cpu::milli), r -> r.cpu().milli(), shares);
    share("memory", limit(capacity.memoryLimit(), Bytes::count), r -> r.memory().count(), shares);
    share(
        "storage", limit(capacity.storageLimit(), Bytes::count), r -> r.storage().count(), shares);
    return List.copyOf(shares);
  }

  private void share(
      String what, Optional<Long> limit, ToLongFunction<Requests> of, List<Share> shares) {
    if (limit.isPresent() && limit.get() > 0) {
      long sum = tenants.stream().map(requests).mapToLong(of).sum();
      shares.add(new Share(what, sum, limit.get()));
    }
  }

  private static <T> Optional<Long> limit(Optional<Sourced<T>> stated, ToLongFunction<T> amount) {
    return stated.map(value -> amount.applyAsLong(value.value()));
  }
}
