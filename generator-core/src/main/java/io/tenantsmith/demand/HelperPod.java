package io.tenantsmith.demand;

import io.tenantsmith.objects.Amount;
import java.util.Objects;

/** A pod that an operator starts for a while, of a size that no object of the tenant states. */
enum HelperPod {
  /** What cert-manager starts while it proves that it holds a domain, as the issuer states it. */
  SOLVER("10m", "100m", "64Mi", "64Mi"),
  /** The Job of a restore, which may be asked for at any time, where the database states none. */
  RESTORE("200m", "1", "512Mi", "1Gi");

  private final Amount requestedCpu;
  private final Amount cpu;
  private final Amount requestedMemory;
  private final Amount memory;

  HelperPod(String requestedCpu, String cpu, String requestedMemory, String memory) {
    this.requestedCpu = amount(requestedCpu);
    this.cpu = amount(cpu);
    this.requestedMemory = amount(requestedMemory);
    this.memory = amount(memory);
  }

  Amount requestedCpu() {
    return requestedCpu;
  }

  /** The limit. */
  Amount cpu() {
    return cpu;
  }

  Amount requestedMemory() {
    return requestedMemory;
  }

  /** The limit. */
  Amount memory() {
    return memory;
  }

  private static Amount amount(String text) {
    return Objects.requireNonNull(Amount.of(text));
  }
}
