package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * What all tenants of a cluster request at their peak fits the cluster: an error above the
 * capacity, a warning from nine tenths on, and where there is no room for another as large as the
 * largest. The diagnostic names the tenants that request most.
 */
final class CapacityRule implements PerClusterRule {

  private final Function<EffectiveTenant, Requests> requests;

  /**
   * The rule.
   *
   * @param requests what a tenant requests at its peak; asked only where a cluster states a
   *     capacity
   */
  CapacityRule(Function<EffectiveTenant, Requests> requests) {
    this.requests = requests;
  }

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    Sums sums = new Sums(cluster, ClusterTenants.of(cluster, fleet, resolution), report);
    Cluster.Capacity capacity = cluster.capacity();
    sums.check(
        "cpu",
        place(capacity.cpuLimit(), Cpu::milli),
        tenant -> requests.apply(tenant).cpu().milli(),
        milli -> new Cpu(milli).text());
    sums.check(
        "memory",
        place(capacity.memoryLimit(), Bytes::count),
        tenant -> requests.apply(tenant).memory().count(),
        bytes -> new Bytes(bytes).text());
    sums.check(
        "storage",
        place(capacity.storageLimit(), Bytes::count),
        tenant -> requests.apply(tenant).storage().count(),
        bytes -> new Bytes(bytes).text());
  }

  private static <T> Optional<Sourced<Long>> place(
      Optional<Sourced<T>> stated, ToLongFunction<T> amount) {
    return stated.map(s -> new Sourced<>(amount.applyAsLong(s.value()), s.range()));
  }

  private record Sums(Cluster cluster, List<EffectiveTenant> tenants, Consumer<Diagnostic> report) {

    void check(
        String what,
        Optional<Sourced<Long>> capacity,
        ToLongFunction<EffectiveTenant> of,
        LongFunction<String> text) {
      if (capacity.isEmpty()) {
        return;
      }
      long sum = tenants.stream().mapToLong(of).sum();
      long largest = tenants.stream().mapToLong(of).max().orElse(0);
      boolean grows = sum + largest <= capacity.get().value();
      if (grows && sum * 10 <= capacity.get().value() * 9) {
        return;
      }
      String fact =
          "the tenants of "
              + Quoted.quote(cluster.name().value())
              + " request "
              + text.apply(sum)
              + " "
              + what
              + " of "
              + text.apply(capacity.get().value());
      Diagnostic diagnostic =
          sum > capacity.get().value()
              ? Diagnostic.error(Code.FLT403, capacity.get().range(), fact)
                  .withHint(
                      "enlarge the cluster and say so here, or place tenants elsewhere that were"
                          + " never published")
              : Diagnostic.warning(
                      Code.FLT404,
                      capacity.get().range(),
                      grows ? fact : fact + ": the largest could not grow to twice its size")
                  .withHint("enlarge the cluster before tenants grow or more of them come");
      report.accept(
          LargestTenants.naming(
              diagnostic, tenants, of, amount -> text.apply(amount) + " " + what));
    }
  }
}
