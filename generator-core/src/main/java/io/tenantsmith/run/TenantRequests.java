package io.tenantsmith.run;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.lifecycle.Footprint;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is held for tenants, as they request at their peak: computed from the objects that they
 * have, or would have, as active ones. Only objects that run or claim something are made, without
 * their text.
 */
final class TenantRequests {

  private final Fleet fleet;
  private final Expansion expansion;
  private final Set<String> faulty;
  private final IdentityHashMap<EffectiveTenant, Requests> known = new IdentityHashMap<>();

  /** Made for the first tenant that somebody asks for: it compiles every template. */
  private @Nullable Contributors contributors;

  /**
   * The requests of the tenants of a fleet.
   *
   * @param errors what is wrong with the inputs as far as it is known; a tenant in which something
   *     is wrong is not counted
   */
  TenantRequests(Fleet fleet, Expansion expansion, Collection<Diagnostic> errors) {
    this.fleet = fleet;
    this.expansion = expansion;
    this.faulty =
        errors.stream()
            .filter(Diagnostic::isError)
            .map(error -> error.range().file())
            .collect(Collectors.toUnmodifiableSet());
  }

  Requests of(EffectiveTenant tenant) {
    return known.computeIfAbsent(tenant, this::sum);
  }

  private Requests sum(EffectiveTenant tenant) {
    Footprint footprint = Footprint.of(tenant.tenant().state().value());
    boolean inOrder = tenant.tenant().complete() && !faulty.contains(tenant.tenant().file());
    return footprint != Footprint.NOTHING && inOrder && expansion.isSettled(tenant)
        ? footprint.of(demand(expansion.settle(tenant)).requests())
        : Requests.NONE;
  }

  private PeakDemand demand(ResolvedTenant tenant) {
    List<ObjectValues> objects = new ArrayList<>();
    for (Artifact artifact : contributors().open(tenant, fleet)) {
      artifact
          .objectsOf(PeakDemand::countsRequestsOf)
          .forEach(o -> objects.add(ObjectValues.of(o)));
    }
    return PeakDemand.of(tenant.namespace(), objects);
  }

  private Contributors contributors() {
    Contributors made = contributors;
    if (made == null) {
      made = new Contributors();
      contributors = made;
    }
    return made;
  }
}
