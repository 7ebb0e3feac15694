package io.tenantsmith.draft;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import java.util.List;
import java.util.Set;

/**
 * A tenant's file that is not written yet, together with the fleet that it joins.
 *
 * @param file relative to the fleet's root
 * @param loaded the inputs with this file, which comes last
 */
public record TenantDraft(NewTenant tenant, String file, DraftText draft, LoadedFleet loaded) {

  /** The fields that every tenant states. */
  static final List<TenantField> REQUIRED =
      List.of(
          TenantField.TENANT_ID,
          TenantField.DISPLAY_NAME,
          TenantField.ADMIN_EMAIL,
          TenantField.TIER);

  /** What the file holds. */
  public String text() {
    return draft.text();
  }

  /** Where a field's key is. */
  SourceRange key(TenantField field) {
    int line = draft.line(field);
    return new SourceRange(file, line, 1, line, 1 + field.key().length());
  }

  /**
   * What is wrong with one field: errors at its lines, and those that are elsewhere because of it.
   *
   * @param before errors of the fleet without the tenant
   */
  List<Diagnostic> mistakes(TenantField field, Set<Diagnostic> before) {
    return JudgedFleet.mistakes(loaded).stream()
        .filter(error -> error.isError() && !isOfMissingField(error))
        .filter(error -> isOf(field, error, before))
        .sorted()
        .toList();
  }

  private boolean isOf(TenantField field, Diagnostic error, Set<Diagnostic> before) {
    return error.range().file().equals(file)
        ? draft.states(field, error.range().line())
        : !before.contains(error);
  }

  /** Whether a diagnostic only says that a field is missing which nobody stated. */
  private boolean isOfMissingField(Diagnostic diagnostic) {
    return diagnostic.code() == Code.SCH001 && diagnostic.range().file().equals(file);
  }
}
