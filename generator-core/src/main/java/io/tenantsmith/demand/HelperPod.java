package io.tenantsmith.demand;

import io.tenantsmith.objects.Amount;
import java.util.Objects;

/**
 * A pod that an operator starts for a while, of a size that no object of the tenant states.
 *
 * @param cpu its limit
 * @param memory its limit
 */
record HelperPod(Amount requestedCpu, Amount cpu, Amount requestedMemory, Amount memory) {

  /** What cert-manager starts while it proves that it holds a domain, as the issuer states it. */
  static final HelperPod SOLVER = of("10m", "100m", "64Mi", "64Mi");

  /** The Job of a restore, which may be asked for at any time, where the database states none. */
  static final HelperPod RESTORE = of("200m", "1", "512Mi", "1Gi");

  private static HelperPod of(
      String requestedCpu, String cpu, String requestedMemory, String memory) {
    return new HelperPod(
        amount(requestedCpu), amount(cpu), amount(requestedMemory), amount(memory));
  }

  private static Amount amount(String text) {
    return Objects.requireNonNull(Amount.of(text));
  }
}
