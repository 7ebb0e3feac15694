package io.tenantsmith.tier;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.SettingsBuilder;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges the layers of every tenant. Pure; what cannot be merged is left out and left to the rules.
 */
public final class Expansion {

  private static final List<Key<?>> REQUIRED =
      List.of(
          TenantKeys.ID,
          TenantKeys.DISPLAY_NAME,
          TenantKeys.ADMIN_EMAIL,
          TenantKeys.TIER,
          FleetKeys.NAME,
          ClusterKeys.NAME,
          DerivedKeys.SITES,
          DerivedKeys.MAX_PODS);

  private final Workspace workspace;
  private final TierForms tiers;

  /** An expansion of that workspace. */
  public Expansion(Workspace workspace) {
    this.workspace = workspace;
    this.tiers = new TierForms(workspace);
  }

  /** All tenants with their layers merged, mistakes or not. */
  public Resolution resolve() {
    List<EffectiveTenant> tenants = workspace.tenants().stream().map(this::effective).toList();
    return new Resolution(workspace, tiers.plain(), tiers.all(), tenants);
  }

  /**
   * The same where other inputs are resolved already: a tenant that is made of the very same parts
   * is the very same.
   */
  public Resolution resolve(Resolution known) {
    if (!hasLayersOf(known.workspace())) {
      return resolve();
    }
    IdentityHashMap<Tenant, EffectiveTenant> same = new IdentityHashMap<>();
    known.tenants().forEach(tenant -> same.put(tenant.tenant(), tenant));
    List<EffectiveTenant> tenants = new ArrayList<>();
    for (Tenant tenant : workspace.tenants()) {
      EffectiveTenant there = same.get(tenant);
      tenants.add(there == null ? effective(tenant) : there);
    }
    return new Resolution(workspace, tiers.plain(), tiers.all(), tenants);
  }

  private boolean hasLayersOf(Workspace other) {
    return workspace.fleet() == other.fleet()
        && areTheSame(workspace.tiers(), other.tiers())
        && areTheSame(workspace.templates(), other.templates());
  }

  private static boolean areTheSame(List<?> some, List<?> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i) == others.get(i);
    }
    return same;
  }

  /** Whether every value of a tenant is known, so that it can be rendered. */
  public boolean isSettled(EffectiveTenant effective) {
    return REQUIRED.stream().allMatch(key -> effective.settings().find(key).isPresent());
  }

  /**
   * A tenant that all rules found in order, every value settled.
   *
   * @throws IllegalStateException if the tenant has a mistake, which the rules prevent
   */
  public ResolvedTenant settle(EffectiveTenant effective) {
    Settings settings = effective.settings();
    REQUIRED.forEach(settings::setting);
    return new ResolvedTenant(settings);
  }

  /** One tenant with its layers merged, mistakes or not. */
  public EffectiveTenant effective(Tenant tenant) {
    Settings tier = tiers.of(tenant);
    return new EffectiveTenant(tenant, tier, settings(tenant, tier));
  }

  private Settings settings(Tenant tenant, @Nullable Settings tier) {
    SettingsBuilder settings = Settings.builder();
    Fleet fleet = workspace.fleet();
    if (fleet != null) {
      settings.putAll(cluster(tenant, fleet).map(Cluster::settings).orElseGet(fleet::settings));
    }
    if (tier != null) {
      settings.putAll(tier);
    }
    // some defaults follow from the id, and no layer below states it
    settings.lay(Layer.TENANT, tenant.named()).complete(TenantKeys.ALL);
    lower(tenant).forEach(settings::lay);
    settings.lay(Layer.TENANT, tenant.values()).complete(DerivedKeys.ALL);
    return settings.build();
  }

  private Map<Layer, Values> lower(Tenant tenant) {
    SortedMap<Layer, Values> lower = new TreeMap<>();
    if (workspace.fleet() != null) {
      lower.put(Layer.FLEET, workspace.fleet().defaults());
    }
    Optional.ofNullable(tenant.placement().template())
        .map(Sourced::value)
        .flatMap(workspace::template)
        .map(Template::values)
        .ifPresent(values -> lower.put(Layer.TEMPLATE, values));
    return Collections.unmodifiableSortedMap(lower);
  }

  private static Optional<Cluster> cluster(Tenant tenant, Fleet fleet) {
    Sourced<String> stated = tenant.placement().cluster();
    return stated == null ? Optional.of(fleet.clusters().get(0)) : fleet.cluster(stated.value());
  }
}
