package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.RenderedTenant;
import io.tenantsmith.run.SettledFleet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What inputs render to, tenant by tenant when somebody asks. */
public final class RenderedSide implements Side {

  private final SettledFleet settled;
  private final FleetRendering rendering;
  private final SortedMap<String, ResolvedTenant> tenants = new TreeMap<>();
  private final Map<String, ClusterTenant> rendered = new HashMap<>();

  /** The selected tenants of a fleet. */
  public RenderedSide(SettledFleet settled, Contributors contributors) {
    this.settled = settled;
    this.rendering = new FleetRendering(settled, contributors);
    settled.selected().forEach(tenant -> tenants.put(tenant.id().value(), tenant));
  }

  @Override
  public SortedSet<String> ids() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(tenants.keySet()));
  }

  @Override
  public Optional<ResolvedTenant> inputs(String id) {
    return Optional.ofNullable(tenants.get(id));
  }

  @Override
  public boolean isRenderedNow() {
    return true;
  }

  @Override
  public SideTenant tenant(String id) {
    RenderedTenant made = render(id);
    ResolvedTenant tenant = made.tenant();
    return new SideTenant(
        id,
        tenant.tier(),
        tenant.cluster().name().value(),
        made.patched().artifacts().stream().map(RenderedSide::file).toList(),
        TenantAmounts.of(made));
  }

  /** A tenant with all that is known of its rendering. */
  public RenderedTenant render(String id) {
    ResolvedTenant tenant = tenants.get(id);
    if (tenant == null) {
      throw new IllegalArgumentException("no tenant " + id);
    }
    RenderedTenant made = rendering.tenant(tenant);
    rendered.put(id, ClusterTenant.of(tenant, made.artifacts()));
    return made;
  }

  /** A tenant that nobody asked for is the same on both sides, and so is all that lists it. */
  @Override
  public List<TreeFile> shared() {
    List<ClusterTenant> views = new ArrayList<>();
    tenants.forEach(
        (id, tenant) ->
            views.add(
                Optional.ofNullable(rendered.get(id)).orElseGet(() -> ClusterTenant.of(tenant))));
    return rendering.shared(views).stream().map(RenderedSide::file).toList();
  }

  /** The fleet that it renders. */
  public SettledFleet settled() {
    return settled;
  }

  private static TreeFile file(Artifact artifact) {
    return new TreeFile(artifact.path().value(), artifact.objects(), artifact::text);
  }
}
