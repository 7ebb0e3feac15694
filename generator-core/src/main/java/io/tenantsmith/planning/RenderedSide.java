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
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What inputs render to, tenant by tenant when somebody asks. */
public final class RenderedSide implements Side {

  private final SettledFleet settled;
  private final Contributors contributors;
  private final int threads;
  private final FleetRendering rendering;
  private final TreeMap<String, ResolvedTenant> tenants = new TreeMap<>();
  private final Map<String, ClusterTenant> rendered = new HashMap<>();
  private final SortedMap<String, List<Diagnostic>> findings = new TreeMap<>();

  /** What was rendered last, for who asks twice in a row. */
  private @Nullable ShownTenant last;

  /** The files that tenants share, once somebody asked. */
  private @Nullable SharedArtifacts shared;

  /** The side whose fleet was found to be the same, if one was. */
  private @Nullable RenderedSide alike;

  /** The side of which the tenants are other states; what both have is rendered there. */
  private final @Nullable RenderedSide peer;

  /**
   * The selected tenants of a fleet.
   *
   * @param threads how many tenants may be rendered at a time
   */
  public RenderedSide(SettledFleet settled, Contributors contributors, int threads) {
    this(settled, contributors, threads, null);
  }

  /** The same beside a side with which it is compared, tenant by tenant. */
  public static RenderedSide beside(
      RenderedSide peer, SettledFleet settled, Contributors contributors) {
    return new RenderedSide(settled, contributors, peer.threads, peer);
  }

  private RenderedSide(
      SettledFleet settled, Contributors contributors, int threads, @Nullable RenderedSide peer) {
    this.peer = peer;
    this.settled = settled;
    this.contributors = contributors;
    this.threads = threads;
    this.rendering = rendering();
    settled.selected().forEach(tenant -> tenants.put(tenant.id().value(), tenant));
  }

  /** What renders it, anew for each thread. */
  FleetRendering rendering() {
    return FleetRendering.ofObjects(settled, contributors);
  }

  int threads() {
    return threads;
  }

  /** Renders a tenant without keeping it; null if it has none of that id. */
  @Nullable ShownTenant shown(String id, FleetRendering renderer, @Nullable ShownTenant known) {
    ResolvedTenant tenant = tenants.get(id);
    return tenant == null ? null : ShownTenant.of(tenant, renderer, known);
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
    ShownTenant shown = made(id).with(rendering);
    last = shown;
    return Objects.requireNonNull(shown.side());
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
    return rendering.inspected(made(id).files());
  }

  /** The files of a tenant, without its patches and uninspected. */
  public List<Artifact> files(String id) {
    return made(id).files().artifacts();
  }

  private ShownTenant made(String id) {
    ShownTenant known = last;
    if (known != null && known.files().tenant().id().value().equals(id)) {
      return known;
    }
    ShownTenant theirs = peer != null && peer.tenants.containsKey(id) ? peer.made(id) : null;
    ShownTenant made = shown(id, rendering, theirs);
    if (made == null) {
      throw new IllegalArgumentException("no tenant " + id);
    }
    return keep(made);
  }

  /** Has a tenant at hand that was rendered. */
  ShownTenant keep(ShownTenant made) {
    last = made;
    ResolvedTenant tenant = made.files().tenant();
    rendered.put(tenant.id().value(), ClusterTenant.of(tenant, made.files().artifacts()));
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
