package io.tenantsmith.tier;

import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.tier.TierChain.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tiers in all forms in which tenants have them: as they are, and with the roll-outs that have
 * reached a tenant. Tenants of one form share its settings.
 */
final class TierForms {

  private final SortedMap<String, TierChain> chains = new TreeMap<>();
  private final SortedMap<String, Settings> plain = new TreeMap<>();
  private final Map<Form, Settings> forms = new LinkedHashMap<>();

  private record Form(String tier, Standing standing) {}

  TierForms(Workspace workspace) {
    for (Tier tier : workspace.tiers()) {
      TierChain.of(workspace, tier)
          .ifPresent(
              chain -> {
                chains.put(tier.fileStem(), chain);
                plain.put(tier.fileStem(), chain.settings(Standing.NONE));
              });
    }
  }

  /** The tiers without their roll-outs, by name. */
  SortedMap<String, Settings> plain() {
    return Collections.unmodifiableSortedMap(plain);
  }

  /** What a tenant has of its tier; null if the tier is unknown or its chain is broken. */
  @Nullable Settings of(Tenant tenant) {
    Sourced<String> name = tenant.placement().tier();
    TierChain chain = name == null ? null : chains.get(name.value());
    if (name == null || chain == null) {
      return null;
    }
    if (!chain.hasRollOut()) {
      return plain.get(name.value());
    }
    Sourced<Ring> ring = tenant.placement().ring();
    Standing standing =
        tenant
            .id()
            .map(id -> chain.standing(id, ring == null ? Ring.BROAD : ring.value()))
            .orElse(Standing.NONE);
    return forms.computeIfAbsent(
        new Form(name.value(), standing), form -> chain.settings(standing));
  }

  /** Each tier without and with all its roll-outs, and every form that was asked for. */
  List<Settings> all() {
    List<Settings> all = new ArrayList<>(plain.values());
    all.addAll(forms.values());
    chains.values().stream()
        .filter(TierChain::hasRollOut)
        .forEach(chain -> all.add(chain.settings(chain.completed())));
    return all;
  }
}
