package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stages 4 and 5: expands and judges a workspace against a tree as it stands. */
final class Judgement {

  private final Assessment assessment;
  private final Request.Selection selection;

  Judgement(Assessment assessment, Request.Selection selection) {
    this.assessment = assessment;
    this.selection = selection;
  }

  /** The settled fleet, or none where there is an error; always with all diagnostics, sorted. */
  Result<SettledFleet> against(List<PublishedTenant> previous) {
    Workspace workspace = assessment.workspace().against(previous);
    Expansion expansion = new Expansion(workspace);
    Resolution resolution = expansion.resolve();
    List<Diagnostic> diagnostics = new ArrayList<>(assessment.diagnostics());
    if (!workspace.tenants().isEmpty()) {
      diagnostics.addAll(RuleBook.judge(resolution));
    }
    selected(workspace).ifPresent(diagnostics::add);
    diagnostics.sort(Comparator.naturalOrder());
    Fleet fleet = workspace.fleet();
    if (fleet == null || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      if (fleet != null) {
        diagnostics.addAll(PatchMistakes.beside(diagnostics, resolution, expansion, fleet));
        diagnostics.sort(Comparator.naturalOrder());
      }
      return Result.failed(diagnostics);
    }
    List<ResolvedTenant> tenants =
        resolution.tenants().stream()
            .map(expansion::settle)
            .sorted(Comparator.comparing(ResolvedTenant::id))
            .toList();
    List<ResolvedTenant> retiring = new RetiredLogins(fleet, tenants).of(previous);
    return Result.of(new SettledFleet(fleet, retiring, previous, selection), diagnostics);
  }

  private Optional<Diagnostic> selected(Workspace workspace) {
    List<String> tenants =
        workspace.tenants().stream().flatMap(t -> t.id().stream()).map(id -> id.value()).toList();
    Optional<Diagnostic> tenant =
        selection
            .onlyTenant()
            .filter(id -> !tenants.contains(id))
            .map(id -> none("tenant", id, tenants));
    Fleet fleet = workspace.fleet();
    List<String> clusters =
        fleet == null ? List.of() : fleet.clusters().stream().map(c -> c.name().value()).toList();
    return tenant.or(
        () ->
            selection
                .onlyCluster()
                .filter(name -> !clusters.contains(name))
                .map(name -> none("cluster", name, clusters)));
  }

  private static Diagnostic none(String kind, String wanted, List<String> known) {
    return Diagnostic.error(
            Code.SEL101, SourceRange.ofFile(wanted), "there is no " + kind + " of that name")
        .withHint(Suggestion.hint(wanted, known));
  }
}
