package io.tenantsmith.planning.danger;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What dangers must know beyond the objects that are compared. */
public record DangerContext(Side before, Side after) {

  /** Nothing is known: host names do not move, tiers do not change. */
  public static final DangerContext NONE = new DangerContext(Side.NONE, Side.NONE);

  /**
   * One of the two states.
   *
   * @param owners the tenant that each host name of the fleet belongs to; looked up only
   * @param settings all settings of the tenant whose objects are compared; null if it is not there,
   *     for files that tenants share, and where its inputs are not known
   */
  public record Side(Map<String, String> owners, @Nullable Settings settings) {

    /** Nothing is known. */
    public static final Side NONE = new Side(Map.of(), null);

    /** Who has a host name. */
    Optional<String> owner(String host) {
      return Optional.ofNullable(owners.get(host));
    }
  }

  /** The tenant that each host name belongs to; the same map serves every tenant of a state. */
  public static Map<String, String> owners(Iterable<ResolvedTenant> tenants) {
    Map<String, String> owners = new HashMap<>();
    for (ResolvedTenant tenant : tenants) {
      for (HostName host : tenant.hosts().all()) {
        owners.put(host.value(), tenant.id().value());
      }
    }
    return Map.copyOf(owners);
  }
}
