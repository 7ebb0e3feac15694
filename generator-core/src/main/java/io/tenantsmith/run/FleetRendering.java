package io.tenantsmith.run;

import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stage 6 of one fleet, piece by piece: a tenant when somebody asks for it, and what tenants share
 * once it is known who they are. Keeps nothing of what it renders.
 */
public final class FleetRendering {

  private final TenantRenderer tenants;
  private final FirstBackups backups;
  private final SharedRenderer shared;

  /** A rendering of a fleet by contributors, since making them compiles their templates. */
  public FleetRendering(SettledFleet settled, Contributors contributors) {
    this(settled, contributors, Artifact.Extent.WHOLE);
  }

  /** The same for who compares objects: files that have some are not written. */
  public static FleetRendering ofObjects(SettledFleet settled, Contributors contributors) {
    return new FleetRendering(settled, contributors, Artifact.Extent.OBJECTS);
  }

  private FleetRendering(SettledFleet settled, Contributors contributors, Artifact.Extent extent) {
    this.tenants = new TenantRenderer(settled.fleet(), settled.tenants(), contributors, extent);
    this.backups = new FirstBackups(settled.published());
    this.shared = new SharedRenderer(settled, contributors, extent);
  }

  /** One tenant, as a function of that tenant and of what all tenants share. */
  public RenderedTenant tenant(ResolvedTenant tenant) {
    return inspected(files(tenant));
  }

  /** Its files alone: for who looks first whether they are known already. */
  public TenantFiles files(ResolvedTenant tenant) {
    return backups.render(tenant, tenants::files, TenantFiles::firstBackup);
  }

  /**
   * The same where the files of the tenant in another state of the fleet are known: what reads
   * nothing that differs is taken from there.
   */
  public TenantFiles files(ResolvedTenant tenant, TenantFiles known) {
    return backups.render(tenant, state -> tenants.files(state, known), TenantFiles::firstBackup);
  }

  /** What is held for a tenant whose files were rendered. */
  public Requests requests(TenantFiles files) {
    return tenants.requests(files.tenant(), files.artifacts());
  }

  /** A tenant whose files were rendered. */
  public RenderedTenant inspected(TenantFiles files) {
    return tenants.inspected(files);
  }

  /**
   * The files outside tenants' folders, sorted by path.
   *
   * @param rendered the tenants whose files are rendered in this run, sorted by id
   */
  public List<Artifact> shared(List<ClusterTenant> rendered) {
    return shared.render(rendered, null).artifacts();
  }

  /**
   * The same with how they were made.
   *
   * @param known those of another state of the fleet; what reads nothing that differs is taken from
   *     there
   */
  public SharedArtifacts shared(List<ClusterTenant> rendered, @Nullable SharedArtifacts known) {
    return shared.render(rendered, known);
  }
}
