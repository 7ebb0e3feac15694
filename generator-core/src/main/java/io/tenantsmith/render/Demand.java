package io.tenantsmith.render;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import java.util.ArrayList;
import java.util.List;

/**
 * What an artifact's objects need in the tenant's namespace at their peak, with all that operators
 * make of them. The quota is the sum over all artifacts, so a new workload cannot forget it.
 *
 * @param containers rows of containers that run at the same time
 * @param claims volumes
 * @param services number of Services
 * @param secrets number of Secrets
 * @param configMaps number of ConfigMaps
 */
public record Demand(
    List<Containers> containers, List<Claim> claims, int services, int secrets, int configMaps) {

  /** Nothing. */
  public static final Demand NONE = new Demand(List.of(), List.of(), 0, 0, 0);

  /** Copies the lists. */
  public Demand {
    containers = List.copyOf(containers);
    claims = List.copyOf(claims);
  }

  /** Both together. */
  public Demand plus(Demand other) {
    List<Containers> rows = new ArrayList<>(containers);
    rows.addAll(other.containers);
    List<Claim> volumes = new ArrayList<>(claims);
    volumes.addAll(other.claims);
    return new Demand(
        rows,
        volumes,
        services + other.services,
        secrets + other.secrets,
        configMaps + other.configMaps);
  }

  /**
   * Some containers of one size. A pod counts the larger of its largest init container and the sum
   * of its containers.
   *
   * @param what for messages, for instance {@code web}
   * @param count how many at the peak: replicas at most, the surge of a rollout, those that still
   *     stop
   * @param sidecar whether they live in pods of another row, so that they are no pods of their own
   */
  public record Containers(String what, int count, boolean sidecar, Size request, Size limit) {}

  /** What one container requests, or is limited to. */
  public record Size(Cpu cpu, Bytes memory) {}

  /**
   * Some volumes of one size.
   *
   * @param what for messages, for instance {@code content}
   * @param shared whether many pods write them, so that they are of the other storage class
   */
  public record Claim(String what, int count, Bytes size, boolean shared) {

    /** Volumes that one pod writes. */
    public Claim(String what, int count, Bytes size) {
      this(what, count, size, false);
    }
  }
}
