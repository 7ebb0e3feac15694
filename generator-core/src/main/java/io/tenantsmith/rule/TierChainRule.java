package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a tier extends is there and does not lead back to it. */
final class TierChainRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Workspace workspace = resolution.workspace();
    for (Tier tier : workspace.tiers()) {
      Sourced<String> parent = tier.parent();
      if (parent == null) {
        continue;
      }
      if (workspace.tier(parent.value()).isEmpty()) {
        report.accept(
            Diagnostic.error(
                    Code.TIR302, parent.range(), "there is no tier " + Quoted.quote(parent.value()))
                .withHint(Suggestion.hint(parent.value(), others(tier, workspace))));
      } else if (leadsBack(tier, workspace)) {
        report.accept(
            Diagnostic.error(
                    Code.TIR303,
                    parent.range(),
                    "tier " + Quoted.quote(tier.fileStem()) + " extends itself in a circle")
                .withHint("let the lowest tier of the chain extend nothing"));
      }
    }
  }

  private static List<String> others(Tier tier, Workspace workspace) {
    return workspace.tiers().stream()
        .map(Tier::fileStem)
        .filter(name -> !name.equals(tier.fileStem()))
        .toList();
  }

  private static boolean leadsBack(Tier tier, Workspace workspace) {
    Set<String> seen = new HashSet<>();
    Optional<Tier> next = Optional.of(tier);
    while (next.isPresent() && seen.add(next.get().fileStem())) {
      next = next.get().extendsTier().flatMap(parent -> workspace.tier(parent.value()));
    }
    return next.isPresent() && next.get().equals(tier);
  }
}
