package io.tenantsmith.draft;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.TenantField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tenant with all that could be found out about it.
 *
 * @param diagnostics what nobody stated, what is in the way, which cluster was chosen and why; not
 *     what is wrong with the file, which the fleet with the tenant tells
 */
public record Newcomer(TenantDraft draft, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public Newcomer {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Completes what is stated: a person is asked if something is missing that every tenant states; a
   * cluster is chosen where there are several and none is named.
   */
  public static Newcomer of(GrowingFleet fleet, NewTenant stated, Questions questions) {
    NewTenant tenant =
        missing(stated).isEmpty() ? stated : new Interview(fleet, questions).complete(stated);
    List<Diagnostic> said = new ArrayList<>();
    String file = fleet.file(tenant);
    for (TenantField field : missing(tenant)) {
      said.add(missing(field, file, fleet));
    }
    if (fleet.hasFile(tenant)) {
      said.add(
          Diagnostic.error(Code.NEW912, SourceRange.ofFile(file), "the file is there already")
              .withHint("choose another id, or edit the file; new never writes over one"));
    }
    if (!said.isEmpty() || tenant.states(TenantField.CLUSTER)) {
      return new Newcomer(fleet.with(tenant), said);
    }
    Optional<ClusterChoice> choice = ClusterChoice.of(fleet, tenant);
    if (choice.isEmpty()) {
      return new Newcomer(fleet.with(tenant), said);
    }
    TenantDraft draft = fleet.with(tenant.with(TenantField.CLUSTER, choice.get().first()));
    return new Newcomer(draft, List.of(chosen(draft, choice.get())));
  }

  private static List<TenantField> missing(NewTenant tenant) {
    return TenantDraft.REQUIRED.stream().filter(field -> !tenant.states(field)).toList();
  }

  private static Diagnostic missing(TenantField field, String file, GrowingFleet fleet) {
    String names =
        field == TenantField.TIER ? ", one of " + String.join(", ", fleet.tiers()) : "";
    return Diagnostic.error(Code.NEW911, SourceRange.ofFile(file), field.key() + " is not stated")
        .withHint("give " + option(field) + names + "; on a terminal you are asked");
  }

  private static Diagnostic chosen(TenantDraft draft, ClusterChoice choice) {
    return Diagnostic.note(
            Code.NEW914, draft.key(TenantField.CLUSTER), choice.first() + " is " + choice.reason())
        .withHint("to choose another one, give " + option(TenantField.CLUSTER));
  }

  private static String option(TenantField field) {
    return field.option() + " (-Dtenantsmith." + field.parameter() + ")";
  }
}
