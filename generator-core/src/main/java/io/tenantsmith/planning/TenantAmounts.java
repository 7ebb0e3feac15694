package io.tenantsmith.planning;

import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.run.TenantFiles;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one tenant requests and pays. */
public final class TenantAmounts {

  private TenantAmounts() {}

  static Amounts of(TenantFiles rendered, Requests requests) {
    return of(rendered.objects(), requests, Optional.of(rendered.tenant()));
  }

  /**
   * The same where the rendering is known by what the index remembers of it.
   *
   * @param priced a tenant that pays as much; without one nothing is known of the price
   */
  public static Amounts of(int objects, Requests requests, Optional<ResolvedTenant> priced) {
    return of(objects, requests, priced.map(TenantAmounts::price).orElseGet(TreeMap::new));
  }

  private static Amounts of(int objects, Requests requests, SortedMap<String, BigDecimal> monthly) {
    return new Amounts(
        objects,
        requests.cpu().milli(),
        requests.memory().count(),
        requests.storage().count(),
        monthly);
  }

  private static SortedMap<String, BigDecimal> price(ResolvedTenant tenant) {
    SortedMap<String, BigDecimal> price = new TreeMap<>();
    tenant
        .settings()
        .value(TierKeys.PRICE_MONTHLY)
        .ifPresent(
            monthly ->
                tenant
                    .settings()
                    .value(TierKeys.CURRENCY)
                    .ifPresent(currency -> price.put(currency, monthly)));
    return price;
  }
}
