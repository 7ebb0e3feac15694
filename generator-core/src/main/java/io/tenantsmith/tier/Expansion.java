package io.tenantsmith.tier;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Workspace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Merges the layers of every tenant. Pure; what cannot be merged is left out for the rules. */
public final class Expansion {

  private static final Values BUILT_IN_TENANT = BuiltIn.tenant();
  private static final List<Key<?>> REQUIRED =
      List.of(
          TenantKeys.ID,
          TenantKeys.DISPLAY_NAME,
          TenantKeys.ADMIN_EMAIL,
          TenantKeys.TIER,
          FleetKeys.NAME,
          io.tenantsmith.model.ClusterKeys.NAME,
          DerivedKeys.SITES,
          DerivedKeys.WEB);

  private final Workspace workspace;
  private final SortedMap<String, Settings> tiers = new TreeMap<>();

  /** An expansion of that workspace. */
  public Expansion(Workspace workspace) {
    this.workspace = workspace;
    for (Tier tier : workspace.tiers()) {
      TierChain.settings(workspace, tier).ifPresent(s -> tiers.put(tier.fileStem(), s));
    }
  }

  /** All tenants with their layers merged, mistakes or not. */
  public Resolution resolve() {
    List<EffectiveTenant> tenants = workspace.tenants().stream().map(this::effective).toList();
    return new Resolution(workspace, tiers, tenants);
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

  private EffectiveTenant effective(Tenant tenant) {
    Settings tier =
        Optional.ofNullable(tenant.placement().tier())
            .map(name -> tiers.get(name.value()))
            .orElse(null);
    return new EffectiveTenant(tenant, tier, settings(tenant, tier));
  }

  private Settings settings(Tenant tenant, @Nullable Settings tier) {
    Settings.Builder settings = Settings.builder();
    Fleet fleet = workspace.fleet();
    if (fleet != null) {
      settings.putAll(fleet.settings());
      cluster(tenant, fleet).ifPresent(cluster -> settings.putAll(cluster.settings()));
    }
    who(tenant, settings);
    settings.putAll(merged(tenant, tier));
    settings.complete(DerivedKeys.ALL).complete(TenantKeys.ALL);
    settings.derive(DerivedKeys.WEB, s -> WebSizing.plan(s).orElse(null));
    HostNaming.derive(settings);
    return settings.build();
  }

  private static void who(Tenant tenant, Settings.Builder settings) {
    Sourced<String> state = tenant.state().stated();
    settings
        .put(
            Layer.TENANT,
            TenantKeys.FILE,
            new Sourced<>(tenant.file(), SourceRange.ofFile(tenant.file())))
        .put(Layer.TENANT, TenantKeys.ID, tenant.who().id())
        .put(Layer.TENANT, TenantKeys.DISPLAY_NAME, tenant.who().displayName())
        .put(Layer.TENANT, TenantKeys.ADMIN_EMAIL, tenant.who().adminEmail())
        .put(Layer.TENANT, TenantKeys.TIER, tenant.placement().tier())
        .put(Layer.TENANT, TenantKeys.TEMPLATE, tenant.placement().template())
        .put(Layer.TENANT, TenantKeys.CLUSTER, tenant.placement().cluster())
        .put(Layer.TENANT, TenantKeys.REGION, tenant.placement().region())
        .put(Layer.TENANT, TenantKeys.RING, tenant.placement().ring())
        .put(
            Layer.TENANT,
            TenantKeys.STATE,
            state == null ? null : new Sourced<TenantState>(tenant.state().value(), state.range()));
  }

  private Settings merged(Tenant tenant, @Nullable Settings tier) {
    Overlay overlay = new Overlay().with(Layer.BUILT_IN, BUILT_IN_TENANT);
    tenant.id().ifPresent(id -> overlay.with(Layer.BUILT_IN, BuiltIn.of(id)));
    Map<Layer, Values> lower = lower(tenant);
    lower.forEach(overlay::with);
    if (tier != null) {
      tier.keys().forEach(key -> copy(key, tier, overlay));
      TenantKeys.FEATURES.forEach(f -> overlay.with(f, Features.below(f, tier, lower)));
      PlanDefaults.apply(tier, overlay);
    }
    return overlay.with(Layer.TENANT, tenant.values()).settings();
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

  private static <T> void copy(Key<T> key, Settings tier, Overlay overlay) {
    overlay.with(key, tier.setting(key));
  }

  private static Optional<Cluster> cluster(Tenant tenant, Fleet fleet) {
    Sourced<String> stated = tenant.placement().cluster();
    return stated == null ? Optional.of(fleet.clusters().get(0)) : fleet.cluster(stated.value());
  }
}
