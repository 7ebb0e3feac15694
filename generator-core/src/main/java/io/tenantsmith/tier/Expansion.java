package io.tenantsmith.tier;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
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

/** Merges the layers of every tenant. Pure; what can not be merged is left out for the rules. */
public final class Expansion {

  private static final Values BUILT_IN_TENANT = BuiltIn.tenant();

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

  /**
   * A tenant that all rules found in order, every value settled.
   *
   * @throws IllegalStateException if the tenant has a mistake, which the rules prevent
   */
  public ResolvedTenant settle(EffectiveTenant effective) {
    Tenant tenant = effective.tenant();
    TenantId id = tenant.id().orElseThrow(IllegalStateException::new);
    Fleet fleet = Required.present(workspace.fleet());
    return new ResolvedTenant(
        id,
        tenant.file(),
        Required.present(tenant.who().displayName()).value(),
        Required.present(tenant.who().adminEmail()).value(),
        Required.present(tenant.placement().tier()).value(),
        tenant.placement().template() == null ? null : tenant.placement().template().value(),
        tenant.state().value(),
        tenant.placement().ring(),
        cluster(tenant, fleet).orElseThrow(IllegalStateException::new),
        fleet.namespacePrefix().value() + id,
        Required.present(effective.hosts()),
        Required.present(effective.web()),
        effective.settings(),
        List.of());
  }

  private EffectiveTenant effective(Tenant tenant) {
    Settings tier =
        Optional.ofNullable(tenant.placement().tier())
            .map(name -> tiers.get(name.value()))
            .orElse(null);
    Settings settings = settings(tenant, tier);
    return new EffectiveTenant(
        tenant,
        tier,
        settings,
        WebSizing.plan(settings).orElse(null),
        HostNaming.hosts(workspace.fleet(), tenant, settings).orElse(null));
  }

  private Settings settings(Tenant tenant, @Nullable Settings tier) {
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
    Setting<T> setting = tier.setting(key);
    overlay.with(key, setting);
  }

  private static Optional<Cluster> cluster(Tenant tenant, Fleet fleet) {
    Sourced<String> stated = tenant.placement().cluster();
    return stated == null ? Optional.of(fleet.clusters().get(0)) : fleet.cluster(stated.value());
  }
}
