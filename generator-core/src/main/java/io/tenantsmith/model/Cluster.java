package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cluster of the fleet.
 *
 * @param environment for instance {@code prod}; one publish goes to one environment's branch
 * @param statedSync null where the fleet does not say what syncs it
 * @param kubernetes minor version, for instance {@code 1.36}
 * @param network address ranges
 */
public record Cluster(
    Sourced<String> name,
    Sourced<String> region,
    Sourced<String> environment,
    @Nullable Sourced<SyncTool> statedSync,
    Sourced<String> kubernetes,
    Network network,
    StorageClasses storageClasses,
    Gateway gateway,
    Issuer issuer,
    Capacity capacity) {

  /** What syncs it: Flux, unless something else is stated. */
  public SyncTool sync() {
    return statedSync == null ? SyncTool.FLUX : statedSync.value();
  }

  /**
   * Address ranges in CIDR notation.
   *
   * @param apiServerPort TCP port of the API server's endpoints
   */
  public record Network(
      List<String> podCidrs,
      List<String> serviceCidrs,
      List<String> nodeCidrs,
      List<String> apiServerCidrs,
      int apiServerPort) {

    /** Copies the lists. */
    public Network {
      podCidrs = List.copyOf(podCidrs);
      serviceCidrs = List.copyOf(serviceCidrs);
      nodeCidrs = List.copyOf(nodeCidrs);
      apiServerCidrs = List.copyOf(apiServerCidrs);
    }
  }

  /**
   * Storage classes; they must allow expansion.
   *
   * @param sharedClass for volumes that many pods write
   * @param singleClass for volumes that one pod writes
   * @param snapshot class of volume snapshots
   */
  public record StorageClasses(
      Sourced<String> sharedClass, Sourced<String> singleClass, String snapshot) {

    /** For volumes that many pods write. */
    public String shared() {
      return sharedClass.value();
    }

    /** For volumes that one pod writes. */
    public String single() {
      return singleClass.value();
    }
  }

  /** The shared Gateway and its class. */
  public record Gateway(
      Sourced<String> className, String name, String namespace, String proxyNamespace) {}

  /**
   * The certificate issuer.
   *
   * @param server ACME directory URL
   */
  public record Issuer(String name, String server) {}

  /** What all tenants together may request; a missing part is not checked. */
  public record Capacity(
      @Nullable Sourced<Cpu> cpu,
      @Nullable Sourced<Bytes> memory,
      @Nullable Sourced<Bytes> storage) {

    /** Nothing stated. */
    public static final Capacity UNKNOWN = new Capacity(null, null, null);

    /** Sum of cpu requests. */
    public Optional<Sourced<Cpu>> cpuLimit() {
      return Optional.ofNullable(cpu);
    }

    /** Sum of memory requests. */
    public Optional<Sourced<Bytes>> memoryLimit() {
      return Optional.ofNullable(memory);
    }

    /** Sum of storage requests. */
    public Optional<Sourced<Bytes>> storageLimit() {
      return Optional.ofNullable(storage);
    }
  }
}
