package io.tenantsmith.planning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.statement.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What has no effect, and why files that tenants share change. */
class SharedCausesTest extends ComparedTexts {

  SharedCausesTest() throws IOException {}

  private List<String> noEffect() {
    TwoFleets fleets = fleets();
    Causes causes = fleets.causes(RENDERED);
    Set<Statement> named = new TreeSet<>();
    for (String id : fleets.ids()) {
      Representative tenant = fleets.representative(id);
      if (!tenant.objects().isEmpty()) {
        named.addAll(causes.attributed(tenant).named());
      }
    }
    return causes.withoutEffect(named).stream().map(SharedCausesTest::inWords).toList();
  }

  private static String inWords(NoEffect noEffect) {
    return noEffect.tenants() + " " + shown(noEffect.cause());
  }

  @Test
  void aValueThatMovesToTheTierHasNoEffectForItsTenants() {
    for (String id : List.of("a", "b")) {
      put("tenants/" + id + ".yaml", tenant(id, "pro") + "features: {analytics_enabled: false}\n");
    }
    append("tiers/pro.yaml", "features: {analytics_enabled: false}\n");
    assertThat(noEffect())
        .containsExactly(
            "2 moved from tenants/a.yaml:5 and 1 other to tiers/pro.yaml:5:"
                + " features.analytics_enabled, false of tenant at tenants/a.yaml:5:31 ->"
                + " false of tier at tiers/pro.yaml:5:31");
  }

  @Test
  void aValueThatMovesToATenantHasNone() {
    put("tiers/gold.yaml", "tier: gold\nextends: pro\nfeatures: {analytics_enabled: false}\n");
    put("tenants/a.yaml", tenant("a", "gold"));
    after.put("tenants/a.yaml", tenant("a", "gold") + "features: {analytics_enabled: false}\n");
    assertThat(noEffect())
        .containsExactly(
            "1 moved from tiers/gold.yaml:3 to tenants/a.yaml:5: features.analytics_enabled,"
                + " false of tier at tiers/gold.yaml:3:31 ->"
                + " false of tenant at tenants/a.yaml:5:31");
  }

  @Test
  void whatIsOverriddenHasNoneAndCountsWhoCouldHaveIt() {
    for (String id : List.of("a", "b")) {
      put("tenants/" + id + ".yaml", tenant(id, "pro") + "backup: {retention_days: 7}\n");
      after.put("tenants/" + id + ".yaml", before.get("tenants/" + id + ".yaml"));
    }
    append("fleet.yaml", "defaults: {backup: {retention_days: 9}}\n");
    assertThat(noEffect())
        .hasSize(1)
        .allMatch(each -> each.startsWith("2 fleet.yaml:"))
        .allMatch(each -> each.contains("defaults.backup.retention_days, nothing -> 9 of fleet"));
  }

  private Attributed shared(String cluster, String... tenants) {
    TwoFleets fleets = fleets();
    return fleets.causes(RENDERED).shared(fleets.shared(cluster), List.of(tenants));
  }

  @Test
  void whatTenantsShareNamesTheFleetsStatement() {
    edit("fleet.yaml", "contact_email: platform@example.com", "contact_email: ops@example.com");
    edit("fleet.yaml", "max_changed_percent: 10", "max_changed_percent: 11");
    Attributed found = shared("prod-eu-1");
    assertThat(found.objects()).isNotEmpty();
    assertThat(found.causes()).extracting(Cause::text).containsExactly("fleet.yaml:5");
  }

  @Test
  void listsOfTenantsNameWhoComesAndGoes() {
    after.remove("tenants/b.yaml");
    after.put("tenants/c.yaml", tenant("c", "pro"));
    edit("fleet.yaml", "contact_email: platform@example.com", "contact_email: ops@example.com");
    Attributed found = shared("prod-eu-1", "b", "c");
    assertThat(found.causes())
        .extracting(ComparedTexts::shown)
        .contains("FILE tenants/b.yaml is gone", "FILE tenants/c.yaml is new");
    for (ObjectChange object : found.objects()) {
      boolean isOfC = object.object().name().endsWith("tenant-c");
      for (ValueChange value : object.values()) {
        assertThat(value.causes()).isNotEmpty();
        if (isOfC) {
          assertThat(value.causes().stream().map(i -> found.causes().get(i).text()))
              .containsExactly("tenants/c.yaml is new");
        }
      }
    }
  }

  @Test
  void manyTenantsAreCounted() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      ids.add("new-" + i);
      after.put("tenants/new-" + i + ".yaml", tenant("new-" + i, "pro"));
    }
    Attributed found = shared("prod-eu-1", ids.toArray(String[]::new));
    assertThat(found.causes()).extracting(ComparedTexts::shown).contains("FILE 4 more tenants");
    assertThat(found.causes().size()).isLessThan(12);
  }
}
