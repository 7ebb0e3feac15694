package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.patch.Patching;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks patches before anything else is rendered, so that their mistakes are reported together
 * with those of inputs. Costs nothing where no tenant has a patch.
 */
public final class PatchDiagnostics {

  private PatchDiagnostics() {}

  /** Mistakes in the patches of the selected tenants. */
  public static List<Diagnostic> of(SettledFleet settled) {
    return of(settled.fleet(), settled.tenants(), settled.selected());
  }

  /**
   * Mistakes in the patches of tenants that are in order themselves while others are not; none
   * where an error lies in what tenants share.
   *
   * @param errors all that is known so far
   */
  public static List<Diagnostic> beside(List<Diagnostic> errors, JudgedFleet judged) {
    Set<String> faulty =
        errors.stream()
            .filter(Diagnostic::isError)
            .map(error -> error.range().file())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> files = judged.tenants().stream().map(e -> e.tenant().file()).toList();
    if (judged.fleet().isEmpty() || !files.containsAll(faulty)) {
      return List.of();
    }
    List<ResolvedTenant> healthy =
        judged.tenants().stream()
            .filter(tenant -> isInOrder(tenant, faulty))
            .map(judged::settle)
            .filter(Patching::concerns)
            .toList();
    return of(judged.fleet().get(), healthy, healthy);
  }

  private static List<Diagnostic> of(
      Fleet fleet, List<ResolvedTenant> all, List<ResolvedTenant> selected) {
    List<ResolvedTenant> patched = selected.stream().filter(Patching::concerns).toList();
    if (patched.isEmpty()) {
      return List.of();
    }
    TenantRenderer renderer = new TenantRenderer(fleet, all, new Contributors());
    return patched.stream().flatMap(tenant -> renderer.render(tenant).findings().stream()).toList();
  }

  private static boolean isInOrder(EffectiveTenant effective, Set<String> faulty) {
    return effective.tenant().complete() && !faulty.contains(effective.tenant().file());
  }
}
