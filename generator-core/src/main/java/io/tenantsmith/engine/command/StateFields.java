package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.edit.FieldEdit;
import io.tenantsmith.edit.FieldPath;
import io.tenantsmith.engine.StepOptions.Fields;
import io.tenantsmith.model.Checked;
import io.tenantsmith.model.IsoDate;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a tenant's file that a step changes: the state, and those that belong to it. What
 * belonged to the state before goes with it.
 */
final class StateFields {

  private static final String STATE = "state";
  private static final List<String> BEFORE_STATE =
      List.of(
          "ring",
          "region",
          "cluster",
          "template",
          "tier",
          "admin_user",
          "admin_email",
          "display_name");

  private final Tenant tenant;
  private final TenantState to;
  private final Fields given;
  private final Session session;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  StateFields(Tenant tenant, TenantState to, Fields given, Session session) {
    this.tenant = tenant;
    this.to = to;
    this.given = given;
    this.session = session;
  }

  /** The edits, or which option is missing or out of place. */
  Result<List<FieldEdit>> edits() {
    belongs(Fields.UNTIL, given.givenUntil(), to == TenantState.RETAINED, "retained");
    belongs(Fields.CONFIRM, given.givenConfirm(), to == TenantState.ERASING, "erasing");
    belongs(Fields.REASON, given.givenReason(), to != TenantState.ACTIVE, "every state but active");
    List<FieldEdit> edits = new ArrayList<>();
    edits.add(
        FieldEdit.put(FieldPath.of(STATE), to.label()).after(BEFORE_STATE.toArray(String[]::new)));
    edits.add(field(Fields.UNTIL, to == TenantState.RETAINED ? until() : Optional.empty()));
    edits.add(field(Fields.CONFIRM, to == TenantState.ERASING ? confirm() : Optional.empty()));
    if (to == TenantState.ACTIVE) {
      edits.add(FieldEdit.take(FieldPath.of(Fields.REASON)));
    } else if (given.givenReason().isPresent()) {
      edits.add(field(Fields.REASON, given.givenReason()));
    }
    return diagnostics.isEmpty() ? Result.of(edits) : Result.failed(diagnostics);
  }

  private static FieldEdit field(String name, Optional<String> value) {
    FieldPath path = FieldPath.of(name);
    return value
        .<FieldEdit>map(
            text -> FieldEdit.put(path, text).after(Fields.CONFIRM, Fields.UNTIL, STATE))
        .orElseGet(() -> FieldEdit.take(path));
  }

  private void belongs(String option, Optional<String> value, boolean belongs, String owner) {
    if (value.isPresent() && !belongs) {
      diagnostics.add(
          Diagnostic.error(
                  Code.LIF119, place(option), "it does not belong to state \"" + to.label() + "\"")
              .withHint("leave it out: it belongs to " + owner));
    }
  }

  /** The day that is given, or that the file has already, or that a person says. */
  private Optional<String> until() {
    Optional<String> known =
        given
            .givenUntil()
            .or(() -> Optional.ofNullable(tenant.state().until()).map(Sourced::value));
    if (known.isPresent()) {
      known
          .filter(day -> IsoDate.check(day).value().isEmpty())
          .ifPresent(day -> wrong(Fields.UNTIL, problem(day)));
      return known;
    }
    String question = "Kept until (year-month-day)";
    String told = "";
    while (true) {
      Optional<String> answer = session.questions().ask(told + question, "");
      if (answer.isEmpty()) {
        wrong(Fields.UNTIL, "not given: until when is the tenant kept?");
        return answer;
      }
      if (IsoDate.check(answer.get()).value().isPresent()) {
        return answer;
      }
      told = problem(answer.get()) + "\n";
    }
  }

  private static String problem(String day) {
    Checked<String> checked = IsoDate.check(day);
    return checked.fact();
  }

  /** The id once more, from the option or typed: a yes to everything is not enough here. */
  private Optional<String> confirm() {
    String id = tenant.fileStem();
    Optional<String> typed =
        given
            .givenConfirm()
            .or(
                () ->
                    session
                        .questions()
                        .ask(
                            "After this step its data can be deleted. To confirm, type " + id, ""));
    if (typed.isEmpty()) {
      wrong(Fields.CONFIRM, "not given: the id once more confirms that the data may go");
    } else if (!typed.get().equals(id)) {
      wrong(Fields.CONFIRM, "it is not the id of the tenant");
    }
    return typed;
  }

  private void wrong(String option, String fact) {
    diagnostics.add(
        Diagnostic.error(Code.LIF119, place(option), fact)
            .withHint(
                "give "
                    + session.front().option(option)
                    + (option.equals(Fields.UNTIL)
                        ? " with a day, for instance 2027-03-31"
                        : " " + tenant.fileStem())));
  }

  private SourceRange place(String option) {
    return SourceRange.ofFile(session.front().option(option));
  }
}
