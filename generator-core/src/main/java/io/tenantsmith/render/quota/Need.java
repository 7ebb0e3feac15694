package io.tenantsmith.render.quota;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Demand.Containers;
import io.tenantsmith.render.Demand.Size;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a tenant's namespace holds at its peak.
 *
 * @param total of all artifacts
 */
record Need(Demand total) {

  /** The ConfigMap that Kubernetes puts into every namespace: kube-root-ca.crt. */
  private static final Demand OF_EVERY_NAMESPACE = new Demand(List.of(), List.of(), 0, 0, 1);

  /** The sum over a tenant's artifacts. */
  static Need of(List<Artifact> artifacts) {
    return new Need(
        artifacts.stream().map(Artifact::demand).reduce(OF_EVERY_NAMESPACE, Demand::plus));
  }

  /** Pods at the same time. */
  long pods() {
    return total.containers().stream()
        .filter(row -> !row.sidecar())
        .mapToLong(Containers::count)
        .sum();
  }

  /** Number of volumes. */
  long claims() {
    return total.claims().stream().mapToLong(Claim::count).sum();
  }

  /** Cpu of all containers, of their requests or limits. */
  Cpu cpu(Function<Containers, Size> part) {
    return new Cpu(
        total.containers().stream()
            .mapToLong(row -> row.count() * part.apply(row).cpu().milli())
            .sum());
  }

  /** Memory of all containers, of their requests or limits. */
  Bytes memory(Function<Containers, Size> part) {
    return new Bytes(
        total.containers().stream()
            .mapToLong(row -> row.count() * part.apply(row).memory().count())
            .sum());
  }

  /** Storage of some volumes. */
  Bytes storage(Predicate<Claim> which) {
    return new Bytes(
        total.claims().stream()
            .filter(which)
            .mapToLong(claim -> claim.count() * claim.size().count())
            .sum());
  }

  /** The most cpu that one container may take. */
  Cpu largestCpu() {
    return new Cpu(
        total.containers().stream().mapToLong(row -> row.limit().cpu().milli()).max().orElse(0));
  }

  /** The most memory that one container may take. */
  Bytes largestMemory() {
    return new Bytes(
        total.containers().stream().mapToLong(row -> row.limit().memory().count()).max().orElse(0));
  }

  /** The largest volume. */
  Bytes largestClaim() {
    return new Bytes(
        total.claims().stream().mapToLong(claim -> claim.size().count()).max().orElse(0));
  }
}
