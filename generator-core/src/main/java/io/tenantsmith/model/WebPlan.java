package io.tenantsmith.model;

/**
 * Size of a tenant's web pods, by the arithmetic of its tier; requests and limits are one pod's.
 *
 * @param minReplicas fewest pods, 1 or more
 * @param maxReplicas most pods, not below the fewest
 */
public record WebPlan(
    int minReplicas,
    int maxReplicas,
    Cpu cpuRequest,
    Cpu cpuLimit,
    Bytes memoryRequest,
    Bytes memoryLimit) {

  private static final Bytes WITHOUT_WORKERS = Bytes.ofMebi(128);
  private static final Bytes PER_WORKER = Bytes.ofMebi(64);

  /** How many requests one pod's Apache serves at a time: as many as its memory holds. */
  public int workers() {
    long left = memoryLimit.count() - WITHOUT_WORKERS.count();
    return (int) Math.max(1, left / PER_WORKER.count());
  }
}
