package io.tenantsmith.draft;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.TenantField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant with all that could be found out about it.
 *
 * @param diagnostics what nobody stated, what is in the way, which cluster was chosen and why; not
 *     what is wrong with the file, which the fleet with the tenant tells
 */
public record Newcomer(TenantDraft draft, List<Diagnostic> diagnostics) {

  private static final Map<Code, Code> IN_OTHER_WORDS =
      Map.of(
          Code.SCH001, Code.NEW911,
          Code.YAM111, Code.NEW911,
          Code.TEN203, Code.NEW912,
          Code.TEN206, Code.NEW915);

  /** Copies the list. */
  public Newcomer {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Completes what is stated: a person is asked if something is missing that every tenant states; a
   * cluster is chosen where there are several and none is named.
   */
  public static Newcomer of(
      GrowingFleet fleet, NewTenant stated, Questions questions, Front front) {
    NewTenant tenant =
        missing(stated).isEmpty() ? stated : new Interview(fleet, questions).complete(stated);
    List<Diagnostic> said = new ArrayList<>();
    String file = fleet.file(tenant);
    missing(tenant).forEach(field -> said.add(missing(field, file, fleet, front)));
    if (fleet.hasFile(tenant)) {
      said.add(inTheWay(file));
    }
    Optional<ClusterChoice> choice =
        said.isEmpty() && !tenant.states(TenantField.CLUSTER)
            ? ClusterChoice.of(fleet, tenant)
            : Optional.empty();
    return choice
        .map(clusters -> placed(fleet, tenant, clusters, front))
        .orElseGet(() -> new Newcomer(fleet.with(tenant), said));
  }

  /** Whether a diagnostic of the file says again, in words for a file, what is said here. */
  public boolean says(Diagnostic diagnostic) {
    Code here = IN_OTHER_WORDS.get(diagnostic.code());
    return diagnostic.range().file().equals(draft.file())
        && diagnostics.stream().anyMatch(said -> said.code() == here);
  }

  private static Newcomer placed(
      GrowingFleet fleet, NewTenant tenant, ClusterChoice choice, Front front) {
    if (choice.isEmpty()) {
      TenantDraft draft = fleet.with(tenant);
      String region = tenant.text(TenantField.REGION).orElse("");
      String fact = "no cluster is in region " + Quoted.quote(region);
      return new Newcomer(
          draft,
          List.of(
              Diagnostic.error(Code.NEW915, draft.key(TenantField.REGION), fact)
                  .withHint(Suggestion.hint(region, fleet.regions()))));
    }
    TenantDraft draft = fleet.with(tenant.with(TenantField.CLUSTER, choice.first()));
    return new Newcomer(
        draft,
        List.of(
            Diagnostic.note(
                    Code.NEW914,
                    draft.key(TenantField.CLUSTER),
                    choice.first() + " is " + choice.reason())
                .withHint(
                    "to choose another one, give " + front.option(TenantField.CLUSTER.option()))));
  }

  /** There is something at the place of the file. */
  public static Diagnostic inTheWay(String file) {
    return Diagnostic.error(Code.NEW912, SourceRange.ofFile(file), "the file is there already")
        .withHint("choose another id, or edit the file; new never writes over one");
  }

  private static List<TenantField> missing(NewTenant tenant) {
    return TenantDraft.REQUIRED.stream().filter(field -> !tenant.states(field)).toList();
  }

  private static Diagnostic missing(
      TenantField field, String file, GrowingFleet fleet, Front front) {
    String names = field == TenantField.TIER ? ": " + String.join(", ", fleet.tiers()) : "";
    return Diagnostic.error(Code.NEW911, SourceRange.ofFile(file), field.key() + " is not stated")
        .withHint("give " + front.option(field.option()) + names);
  }
}
