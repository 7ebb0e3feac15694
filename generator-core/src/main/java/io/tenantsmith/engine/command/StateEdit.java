package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.edit.EditedFile;
import io.tenantsmith.edit.FieldEdit;
import io.tenantsmith.edit.YamlEdit;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.StepOptions;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code offboard} and {@code restore} write into the file of a tenant. */
record StateEdit(CommandName command, StepOptions options, Request request, Session session) {

  private static final String UNKNOWN =
      "the step begins at what its file says; publish compares it with the branch, and refuses it if"
          + " it cannot follow";

  Report run() {
    return new Editing(command, options.edit()).run(request, session, this::edit);
  }

  private Result<Editing.Wish> edit(LoadedFleet fleet) {
    Optional<String> id =
        options.givenTenant().or(() -> session.questions().ask("Tenant", "")).map(String::strip);
    if (id.isEmpty() || id.get().isEmpty()) {
      return Result.failed(List.of(noTenant()));
    }
    String name = request.folders().tenants() + "/" + id.get() + ".yaml";
    Optional<Tenant> tenant =
        fleet.workspace().tenants().stream().filter(t -> t.file().equals(name)).findFirst();
    Optional<SourceFile> file = fleet.sources().file(name);
    return tenant.isEmpty() || file.isEmpty()
        ? Result.failed(List.of(unknown(id.get(), fleet)))
        : edit(fleet, tenant.get(), file.get());
  }

  private Result<Editing.Wish> edit(LoadedFleet fleet, Tenant tenant, SourceFile file) {
    Result<PublishedOutput> published = OutputHistory.of(fleet, request, session);
    if (published.value().isEmpty()) {
      return Result.failed(published.diagnostics());
    }
    PublishedState from = state(tenant, published.value().get());
    Result<TenantState> target = new StepChoice(command, options, session.front()).of(from);
    if (target.value().isEmpty()) {
      return Result.failed(target.diagnostics());
    }
    StateFields fields = new StateFields(tenant, target.value().get(), options.fields(), session);
    Result<List<FieldEdit>> edits = fields.edits();
    if (edits.value().isEmpty()) {
      return Result.failed(edits.diagnostics());
    }
    Result<EditedFile> edited = YamlEdit.of(file, edits.value().get());
    List<Diagnostic> said = new ArrayList<>(OutputHistory.doubts(published, fleet, UNKNOWN));
    said.addAll(target.diagnostics());
    return edited
        .value()
        .map(e -> Result.of(wish(e, tenant), said))
        .orElseGet(() -> Result.failed(edited.diagnostics()));
  }

  private static Editing.Wish wish(EditedFile file, Tenant tenant) {
    return new Editing.Wish(file, List.of(), new Request.Selection(tenant.fileStem(), null));
  }

  /** What the branch or the commit has of the tenant; else what the file says is all there is. */
  private static PublishedState state(Tenant tenant, PublishedOutput published) {
    return published.isKnown()
        ? PublishedState.of(tenant, published)
        : PublishedState.unknown(tenant);
  }

  private Diagnostic noTenant() {
    String option = session.front().option("tenant");
    return Diagnostic.error(
            Code.LIF119,
            SourceRange.ofFile(option),
            "no tenant is named, and nobody is here to be asked")
        .withHint("give its id");
  }

  private static Diagnostic unknown(String id, LoadedFleet fleet) {
    List<String> known = fleet.workspace().tenants().stream().map(Tenant::fileStem).toList();
    return Diagnostic.error(
            Code.SEL101, SourceRange.ofFile(Quoted.escape(id)), "there is no tenant of that name")
        .withHint(Suggestion.hint(id, known));
  }
}
