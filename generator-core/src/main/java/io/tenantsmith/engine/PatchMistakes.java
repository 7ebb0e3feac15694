package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.tier.Expansion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks at patches before anything else is rendered, so that their mistakes are told together with
 * those of inputs. Costs nothing where no tenant has a patch.
 */
final class PatchMistakes {

  private PatchMistakes() {}

  /** Mistakes in the patches of a settled fleet. */
  static List<Diagnostic> of(SettledFleet settled) {
    boolean concerned = settled.selected().stream().anyMatch(Patching::concerns);
    return concerned
        ? new FleetTree(settled, new Contributors(), Progress.NONE).patchMistakes()
        : List.of();
  }

  /**
   * Mistakes in the patches of tenants that are in order themselves, beside those of others; none
   * where an error lies in what tenants share.
   */
  static List<Diagnostic> beside(
      List<Diagnostic> errors, Resolution resolution, Expansion expansion, Fleet fleet) {
    Set<String> faulty =
        errors.stream()
            .filter(Diagnostic::isError)
            .map(error -> error.range().file())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> files = resolution.tenants().stream().map(e -> e.tenant().file()).toList();
    if (!files.containsAll(faulty)) {
      return List.of();
    }
    List<ResolvedTenant> healthy =
        resolution.tenants().stream()
            .filter(tenant -> isInOrder(tenant, faulty))
            .map(expansion::settle)
            .filter(Patching::concerns)
            .toList();
    return of(new SettledFleet(fleet, healthy, List.of(), Request.Selection.ALL));
  }

  private static boolean isInOrder(EffectiveTenant effective, Set<String> faulty) {
    return effective.tenant().complete() && !faulty.contains(effective.tenant().file());
  }
}
