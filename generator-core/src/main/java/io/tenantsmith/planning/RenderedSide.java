package io.tenantsmith.planning;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.TenantFacts;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.RenderedTenant;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.run.SharedArtifacts;
import io.tenantsmith.run.TenantFiles;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What inputs render to, tenant by tenant when somebody asks. */
public final class RenderedSide implements Side {

  private final SettledFleet settled;
  private final FleetRendering rendering;
  private final TreeMap<String, ResolvedTenant> tenants = new TreeMap<>();
  private final Map<String, ClusterTenant> rendered = new HashMap<>();
  private final SortedMap<String, List<Diagnostic>> findings = new TreeMap<>();

  /** What was rendered last, for who asks twice in a row. */
  private @Nullable TenantFiles last;

  /** The files that tenants share, once somebody asked. */
  private @Nullable SharedArtifacts shared;

  /** The side whose fleet was found to be the same, if one was. */
  private @Nullable RenderedSide alike;

  /** The side of which the tenants are other states; what both have is rendered there. */
  private final @Nullable RenderedSide peer;

  /** The selected tenants of a fleet. */
  public RenderedSide(SettledFleet settled, Contributors contributors) {
    this(settled, contributors, null);
  }

  /** The same beside a side with which it is compared, tenant by tenant. */
  public static RenderedSide beside(
      RenderedSide peer, SettledFleet settled, Contributors contributors) {
    return new RenderedSide(settled, contributors, peer);
  }

  private RenderedSide(
      SettledFleet settled, Contributors contributors, @Nullable RenderedSide peer) {
    this.peer = peer;
    this.settled = settled;
    this.rendering = FleetRendering.ofObjects(settled, contributors);
    settled.selected().forEach(tenant -> tenants.put(tenant.id().value(), tenant));
  }

  @Override
  public SortedSet<String> ids() {
    return Collections.unmodifiableSortedSet(tenants.navigableKeySet());
  }

  @Override
  public Optional<ResolvedTenant> inputs(String id) {
    return Optional.ofNullable(tenants.get(id));
  }

  @Override
  public boolean isSame(String id, Side other) throws IOException {
    if (!(other instanceof RenderedSide that)) {
      return other.isSame(id, this);
    }
    return hasFleetOf(that)
        && inputs(id)
            .flatMap(mine -> that.inputs(id).map(theirs -> sameValues(mine, theirs)))
            .orElse(false);
  }

  /** Of a fleet, each tenant may see what it and all clusters state. */
  private boolean hasFleetOf(RenderedSide that) {
    if (that != alike) {
      Fleet mine = settled.fleet();
      Fleet theirs = that.settled.fleet();
      boolean same =
          mine.settings().hasTheValuesOf(theirs.settings())
              && mine.clusters().size() == theirs.clusters().size();
      for (int i = 0; same && i < mine.clusters().size(); i++) {
        same =
            mine.clusters().get(i).settings().hasTheValuesOf(theirs.clusters().get(i).settings());
      }
      alike = same ? that : null;
      return same;
    }
    return true;
  }

  private static boolean sameValues(ResolvedTenant mine, ResolvedTenant theirs) {
    return mine.settings().hasTheValuesOf(theirs.settings());
  }

  @Override
  public SideTenant tenant(String id) {
    TenantFiles made = made(id);
    ResolvedTenant tenant = made.tenant();
    return new SideTenant(
        id,
        tenant.tier(),
        tenant.cluster().name().value(),
        made.patched().artifacts().stream().map(TreeFile::of).toList(),
        TenantAmounts.of(made, rendering.requests(made)));
  }

  /** Whether a tenant has patches. */
  boolean isPatched(String id) {
    return inputs(id).filter(Patching::concerns).isPresent();
  }

  /** Notes what is wrong with a tenant's files, and with its patches. */
  void inspect(String id) {
    findings.computeIfAbsent(id, each -> render(each).findings());
  }

  @Override
  public Optional<PublishedTenant> published(String id) {
    return inputs(id).map(tenant -> TenantFacts.of(tenant).published());
  }

  @Override
  public TenantObjects objects(String id) {
    return TenantObjects.of(files(id));
  }

  @Override
  public boolean isEdited(String path) {
    return false;
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.of();
  }

  /** A tenant with all that is known of its rendering. */
  public RenderedTenant render(String id) {
    return rendering.inspected(made(id));
  }

  /** The files of a tenant, without its patches and uninspected. */
  public List<Artifact> files(String id) {
    return made(id).artifacts();
  }

  private TenantFiles made(String id) {
    ResolvedTenant tenant = tenants.get(id);
    if (tenant == null) {
      throw new IllegalArgumentException("no tenant " + id);
    }
    TenantFiles known = last;
    if (known != null && known.tenant().id().equals(tenant.id())) {
      return known;
    }
    TenantFiles made =
        peer != null && peer.tenants.containsKey(id)
            ? rendering.files(tenant, peer.made(id))
            : rendering.files(tenant);
    last = made;
    rendered.put(id, ClusterTenant.of(tenant, made.artifacts()));
    return made;
  }

  /** A tenant that nobody asked for is the same on both sides, and so is all that lists it. */
  @Override
  public List<TreeFile> shared() {
    return shared(path -> true);
  }

  @Override
  public List<TreeFile> shared(Predicate<RelativePath> wanted) {
    SharedArtifacts files = rendering.shared(clusterTenants(), peer == null ? null : peer.shared);
    shared = files;
    return files.artifacts().stream()
        .filter(artifact -> wanted.test(artifact.path()))
        .map(TreeFile::of)
        .toList();
  }

  private List<ClusterTenant> clusterTenants() {
    List<ClusterTenant> views = new ArrayList<>();
    tenants.forEach(
        (id, tenant) ->
            views.add(
                Optional.ofNullable(rendered.get(id)).orElseGet(() -> ClusterTenant.of(tenant))));
    return views;
  }

  /** What is wrong with the tenants that were inspected, and with their patches. */
  public List<Diagnostic> findings() {
    return findings.values().stream().flatMap(List::stream).toList();
  }

  /** The fleet that it renders. */
  public SettledFleet settled() {
    return settled;
  }
}
