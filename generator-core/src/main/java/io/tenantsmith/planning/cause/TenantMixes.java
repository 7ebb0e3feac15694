package io.tenantsmith.planning.cause;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.run.TenantFiles;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The mixes of one tenant. */
final class TenantMixes implements Mixes.Source {

  private final InputPair inputs;
  private final String id;
  private final OneTenant renderer;

  TenantMixes(InputPair inputs, String id, OneTenant renderer) {
    this.inputs = inputs;
    this.id = id;
    this.renderer = renderer;
  }

  @Override
  public Optional<Mixes.Mix> mix(Collection<Statement> undone) {
    return settled(undone).map(mix -> mix);
  }

  /** The tenant where these statements are undone, with every value settled. */
  Optional<TenantMix> settled(Collection<Statement> undone) {
    Workspace workspace = inputs.without(id, undone);
    Fleet fleet = workspace.fleet();
    if (fleet == null || workspace.tenants().isEmpty()) {
      return Optional.empty();
    }
    Tenant tenant = workspace.tenants().get(0);
    return renderer
        .settled(workspace, tenant)
        .map(settled -> new TenantMix(settled, fleet, renderer));
  }

  /** A tenant of which some statements are undone, and its fleet. */
  record TenantMix(ResolvedTenant tenant, Fleet fleet, OneTenant renderer) implements Mixes.Mix {

    @Override
    public List<Object> values() {
      List<Object> values = new ArrayList<>();
      add(tenant.settings(), values);
      addFleet(fleet, values);
      return values;
    }

    @Override
    public List<TreeFile> files() {
      TenantFiles made = renderer.render(tenant, fleet);
      return made.patched().artifacts().stream().map(TreeFile::of).toList();
    }
  }

  /** All values of a fleet and its clusters. */
  static void addFleet(Fleet fleet, List<Object> values) {
    add(fleet.settings(), values);
    for (Cluster cluster : fleet.clusters()) {
      add(cluster.settings(), values);
    }
  }

  private static void add(Settings settings, List<Object> values) {
    for (Key<?> key : settings.keys()) {
      Setting<?> setting = settings.setting(key);
      values.add(key.path());
      // some is rendered only where it is stated, be it the default
      values.add(setting.isBuiltIn());
      values.add(Objects.requireNonNull(PlainValue.of(setting.value())));
    }
  }
}
