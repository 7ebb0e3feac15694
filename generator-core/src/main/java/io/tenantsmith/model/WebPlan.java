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
    Bytes memoryLimit) {}
