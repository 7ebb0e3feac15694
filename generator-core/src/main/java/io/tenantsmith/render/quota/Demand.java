package io.tenantsmith.render.quota;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.OpenObjects;
import io.tenantsmith.render.kit.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant needs, computed when a value asks for it, so that what is read for it is read for
 * that value.
 */
final class Demand {

  private final List<Artifact> siblings;
  private final @Nullable OpenObjects open;
  private @Nullable PeakDemand known;

  /** The demand of these artifacts, each of whose callers reads what they are made of. */
  Demand(List<Artifact> siblings) {
    this(siblings, null);
  }

  /** The larger of that and of what the tenant would have if it were active. */
  Demand(List<Artifact> siblings, @Nullable OpenObjects open) {
    this.siblings = siblings;
    this.open = open;
  }

  PeakDemand of(TenantScope scope) {
    if (siblings.isEmpty() && open == null) {
      return PeakDemand.of("", List.of());
    }
    PeakDemand peak = known;
    if (peak == null) {
      peak = peak(scope, siblings);
      known = peak;
    }
    // computed anew for everybody who asks, since to make the objects is to read what they are of
    return open == null ? peak : peak(scope, open.of(scope.tenant(), scope.fleet())).orLarger(peak);
  }

  private static PeakDemand peak(TenantScope scope, List<Artifact> artifacts) {
    List<ObjectValues> objects =
        artifacts.stream().flatMap(a -> a.objects().stream()).map(ObjectValues::of).toList();
    return PeakDemand.of(scope.namespace(), objects);
  }
}
