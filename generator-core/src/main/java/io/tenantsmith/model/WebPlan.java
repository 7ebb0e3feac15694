package io.tenantsmith.model;

/**
 * Size of a tenant's web pods, by the arithmetic of its tier; requests and limits are for one pod.
 * It names values of its settings.
 */
public record WebPlan(Settings settings) {

  /** Apache's parent and the code that all workers share, when its cache is full. */
  private static final Bytes WITHOUT_WORKERS = Bytes.ofMebi(128);

  /**
   * What one request may take: PHP's own limit, so that all workers at once fit into the pod. Plain
   * WordPress takes 13Mi, WordPress itself asks for more where it makes a picture smaller.
   */
  private static final Bytes PER_WORKER = Bytes.ofMebi(128);

  private static final long SCALED_PERCENT = 80;

  /** The memory of a pod with one worker. */
  public static Bytes smallestPod() {
    return new Bytes(WITHOUT_WORKERS.count() + PER_WORKER.count());
  }

  /** Minimum number of pods, 1 or more. */
  public int minReplicas() {
    return settings.get(DerivedKeys.MIN_PODS);
  }

  /** Maximum number of pods, not below the minimum. */
  public int maxReplicas() {
    return settings.get(DerivedKeys.MAX_PODS);
  }

  /** Cpu that one pod requests. */
  public Cpu cpuRequest() {
    return settings.get(DerivedKeys.POD_CPU_REQUEST);
  }

  /** Cpu limit of one pod. */
  public Cpu cpuLimit() {
    return settings.get(TierKeys.WEB_POD_CPU);
  }

  /** Memory that one pod requests. */
  public Bytes memoryRequest() {
    return settings.get(DerivedKeys.POD_MEMORY_REQUEST);
  }

  /** Memory limit of one pod. */
  public Bytes memoryLimit() {
    return settings.get(TierKeys.WEB_POD_MEMORY);
  }

  /** 80 % of the cpu limit, in percent of what a pod requests: a scaler counts in requests. */
  public long scaledCpuPercent() {
    return SCALED_PERCENT * cpuLimit().milli() / Math.max(1, cpuRequest().milli());
  }

  /** 80 % of the memory limit, in percent of what a pod requests. */
  public long scaledMemoryPercent() {
    return SCALED_PERCENT * memoryLimit().count() / Math.max(1, memoryRequest().count());
  }

  /** The most memory that a request may take. */
  public Bytes memoryPerRequest() {
    return PER_WORKER;
  }

  /** How many requests one pod's Apache serves at a time: as many as its memory holds. */
  public int workers() {
    long left = memoryLimit().count() - WITHOUT_WORKERS.count();
    return (int) Math.max(1, left / PER_WORKER.count());
  }
}
