package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import java.util.List;

/** Applies the patches of a tenant to its rendered objects, the way Kustomize will. */
public final class Patching {

  private final FieldCheck fields;

  /** A patching that has the fields of objects checked. */
  public Patching(FieldCheck fields) {
    this.fields = fields;
  }

  /** Whether a tenant has patches. */
  public static boolean concerns(ResolvedTenant tenant) {
    return !patches(tenant).isEmpty();
  }

  /** The artifacts of a tenant with its patches applied; the same artifacts if there are none. */
  public Patched of(ResolvedTenant tenant, List<Artifact> artifacts) {
    List<Sourced<Patch>> patches = patches(tenant);
    if (patches.isEmpty()) {
      return new Patched(artifacts, List.of());
    }
    PatchRun run = new PatchRun(new Boundaries(tenant.namespace()), fields, artifacts);
    patches.forEach(run::apply);
    return new Patched(run.artifacts(), run.diagnostics());
  }

  private static List<Sourced<Patch>> patches(ResolvedTenant tenant) {
    return tenant.settings().find(TenantKeys.PATCHES).map(Setting::value).orElse(List.of());
  }

  /**
   * The result of patches.
   *
   * @param artifacts the artifacts with the objects as they will arrive; a changed object stands
   *     alone in an artifact without text, with its patches as the first causes
   * @param diagnostics diagnostics of refused patches
   */
  public record Patched(List<Artifact> artifacts, List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public Patched {
      artifacts = List.copyOf(artifacts);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
