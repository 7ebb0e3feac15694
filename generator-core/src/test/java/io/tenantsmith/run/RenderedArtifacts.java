package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.patch.LeftOutPatch;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fleet of a folder, rendered, with all that is known of its files. */
public final class RenderedArtifacts {

  private static final Contributors CONTRIBUTORS = new Contributors();

  private final SettledFleet settled;
  private final Map<String, RenderedTenant> known = new HashMap<>();

  private RenderedArtifacts(SettledFleet settled) {
    this.settled = settled;
  }

  /**
   * The fleet of a folder.
   *
   * @throws IllegalArgumentException if there is a mistake in it
   */
  public static RenderedArtifacts of(Path folder) {
    Request request = Request.of(folder);
    LoadedFleet loaded = new Inputs(request, Progress.NONE, List.of()).read();
    JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
    return new RenderedArtifacts(
        judged
            .against(OwnershipIndex.empty(), PublishedOutput.NONE)
            .value()
            .orElseThrow(() -> new IllegalArgumentException(judged.diagnostics().toString())));
  }

  /** All files. */
  public List<Artifact> all() {
    List<Artifact> all = new ArrayList<>();
    List<ClusterTenant> views = new ArrayList<>();
    for (ResolvedTenant tenant : settled.tenants()) {
      RenderedTenant rendered = rendered(tenant);
      views.add(ClusterTenant.of(tenant, rendered.artifacts()));
      all.addAll(rendered.artifacts());
    }
    SharedRenderer shared = new SharedRenderer(settled, CONTRIBUTORS, Artifact.Extent.WHOLE);
    all.addAll(shared.render(views, null).artifacts());
    return all;
  }

  /** What tenants share. */
  public Fleet fleet() {
    return settled.fleet();
  }

  /** All tenants, sorted by id. */
  public List<ResolvedTenant> tenants() {
    return settled.tenants();
  }

  /** The files of a tenant. */
  public List<Artifact> ofTenant(String id) {
    return rendered(tenant(id)).artifacts();
  }

  /** The files of a tenant as its patches leave them. */
  public List<Artifact> patchedOf(String id) {
    return rendered(tenant(id)).patched().artifacts();
  }

  /** What is wrong with the files of a tenant, or with its patches. */
  public List<Diagnostic> findingsOf(String id) {
    return rendered(tenant(id)).findings();
  }

  /** The patches of a tenant that its state passes over, as people read it. */
  public List<String> leftOutOf(String id) {
    return rendered(tenant(id)).patched().leftOut().stream().map(LeftOutPatch::display).toList();
  }

  /** What is held for a tenant. */
  public Requests requestsOf(String id) {
    return rendered(tenant(id)).inspected().requests();
  }

  /** A tenant. */
  public ResolvedTenant tenant(String id) {
    return settled.tenant(id).orElseThrow();
  }

  private RenderedTenant rendered(ResolvedTenant tenant) {
    return known.computeIfAbsent(
        tenant.id().value(),
        id -> new TenantRenderer(settled.fleet(), settled.tenants(), CONTRIBUTORS).render(tenant));
  }
}
