package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.render.Artifact;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies the patches of a tenant to its rendered objects, the way Kustomize will. */
public final class Patching {

  private final FieldCheck fields;

  /** A patching that has the fields of objects checked. */
  public Patching(FieldCheck fields) {
    this.fields = fields;
  }

  /** Whether a tenant has patches. */
  public static boolean concerns(ResolvedTenant tenant) {
    return !StatePatches.stated(tenant).isEmpty();
  }

  /**
   * The artifacts of a tenant with its patches applied; the same artifacts if there are none.
   *
   * @param active what the tenant has when it is active, by which patches are judged in every
   *     state: they are to fit when it comes back; asked only in other states
   */
  public Patched of(
      ResolvedTenant tenant, List<Artifact> artifacts, Supplier<List<Artifact>> active) {
    List<Sourced<Patch>> patches = StatePatches.stated(tenant);
    if (patches.isEmpty()) {
      return new Patched(artifacts, List.of(), List.of(), List.of());
    }
    StateForm form = StateTable.form(tenant.state(), Concern.KUSTOMIZATION).orElseThrow();
    StatePatches.Chosen chosen = StatePatches.of(tenant, form, artifacts);
    PatchRun run = run(tenant, artifacts, chosen.applied());
    List<Diagnostic> diagnostics = run.diagnostics();
    if (form != StateForm.OPEN) {
      diagnostics = together(run(tenant, active.get(), patches).diagnostics(), diagnostics);
    }
    return new Patched(run.artifacts(), diagnostics, chosen.leftOut(), run.applied());
  }

  private PatchRun run(
      ResolvedTenant tenant, List<Artifact> artifacts, List<Sourced<Patch>> patches) {
    PatchRun run = new PatchRun(new Boundaries(tenant.namespace()), fields, artifacts);
    patches.forEach(run::apply);
    return run;
  }

  /** What is wrong with a patch at all is not said again of what the state renders. */
  private static List<Diagnostic> together(List<Diagnostic> active, List<Diagnostic> state) {
    Set<SourceRange> known = active.stream().map(Diagnostic::range).collect(Collectors.toSet());
    return Stream.concat(
            active.stream(), state.stream().filter(found -> !known.contains(found.range())))
        .toList();
  }

  /**
   * The result of patches.
   *
   * @param artifacts the artifacts with the objects as they will arrive; a changed object stands
   *     alone in an artifact without text, with its patches as the first causes
   * @param diagnostics diagnostics of refused patches
   * @param leftOut patches that the tenant's state passes over
   * @param applied what each patch made of each object that it changed, in order
   */
  public record Patched(
      List<Artifact> artifacts,
      List<Diagnostic> diagnostics,
      List<LeftOutPatch> leftOut,
      List<AppliedPatch> applied) {

    /** Copies the lists. */
    public Patched {
      artifacts = List.copyOf(artifacts);
      diagnostics = List.copyOf(diagnostics);
      leftOut = List.copyOf(leftOut);
      applied = List.copyOf(applied);
    }
  }
}
