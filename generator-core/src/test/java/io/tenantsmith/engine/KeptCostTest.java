package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.StepPlan.Effect;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.steps.Passage;
import io.tenantsmith.steps.StepBook;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a month costs once only data is kept: what the tier states, and no more. */
class KeptCostTest {

  private final MemoryFleet fleet;

  KeptCostTest() throws IOException {
    fleet = new MemoryFleet();
  }

  /** The claims' sizes, and the database's, which no file has: 2 x 20Gi. */
  @Test
  void storageIsCountedForAMonth() {
    assertThat(cost(tenant("pro"), true))
        .containsExactly(
            "EUR 5.84 for 40Gi in a month of 730 hours, at EUR 0.0002 for 1Gi and an hour",
            "whether the EUR 41.00 a month of tier pro are due as well, the tier does not say");
  }

  @Test
  void whatIsIncludedIsNotCounted() {
    ResolvedTenant tenant = with(tenant("pro"), TierKeys.INCLUDED_STORAGE, new BigDecimal("29000"));
    assertThat(cost(tenant, true))
        .contains(
            "EUR 0.04 for 40Gi in a month of 730 hours, at EUR 0.0002 for 1Gi and an hour, without"
                + " the 29000 that are included");
    assertThat(cost(with(tenant, TierKeys.INCLUDED_STORAGE, new BigDecimal("1e6")), true))
        .anyMatch(text -> text.startsWith("EUR 0.00 for 40Gi"));
  }

  @Test
  void noPriceIsMadeUp() {
    assertThat(cost(tenant("free"), true))
        .containsExactly("tier free states no price for the storage that is kept");
  }

  /** The line of an older generator has no sizes. */
  @Test
  void noSizeIsMadeUp() {
    assertThat(cost(tenant("pro"), false).get(0))
        .isEqualTo("the storage's is not known: the index does not say what the database has");
  }

  private ResolvedTenant tenant(String tier) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("tenant_id", "acme-corp");
    file.put("display_name", "ACME Corporation");
    file.put("admin_email", "it@acme.example");
    file.put("tier", tier);
    file.put("cluster", "prod-eu-1");
    file.put("state", "retained");
    file.put("until", "2027-03-31");
    SettledFleet settled = fleet.valid(List.of(file));
    return settled.tenants().get(0);
  }

  private static <T> ResolvedTenant with(ResolvedTenant tenant, Key<T> key, T value) {
    return new ResolvedTenant(
        Settings.builder()
            .putAll(tenant.settings())
            .put(key, Setting.of(value, Origin.BUILT_IN))
            .build());
  }

  private List<String> cost(ResolvedTenant tenant, boolean remembered) {
    PublishedTenant before =
        new PublishedTenant(
            tenant.id(),
            TenantState.SUSPENDED,
            tenant.tier(),
            tenant.ring(),
            tenant.cluster().name().value(),
            "",
            remembered ? PublishedFacts.of(tenant) : PublishedFacts.NOTHING);
    Passage.Rendered now = new Passage.Rendered(tenant, TenantObjects.NONE, List.of());
    StepPlan plan =
        StepBook.plan(
                new Passage(fleet.valid(List.of()).fleet(), before, TenantObjects.NONE, null, now))
            .orElseThrow();
    return plan.effects().stream()
        .filter(effect -> effect.topic() == StepPlan.Topic.COST)
        .map(Effect::text)
        .toList();
  }
}
