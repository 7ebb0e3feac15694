package io.tenantsmith.planning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Tool;
import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.statement.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CausesTest {

  private static final BaseFacts RENDERED = BaseFacts.renderedNow("tenantsmith 0.0.9");

  private final BoundTexts bound = new BoundTexts();
  private final SortedMap<String, String> before = new TreeMap<>();
  private final SortedMap<String, String> after = new TreeMap<>();

  CausesTest() throws IOException {
    before.putAll(FleetTexts.sample());
    before.keySet().removeIf(file -> file.startsWith("tenants/"));
    put(
        "tiers/pro.yaml",
        "tier: pro\nlimits: {cpu: 2000m, memory: 2Gi, storage: 20Gi}\nweb:\n  pod_memory: 1Gi\n");
    put("tiers/gold.yaml", "tier: gold\nextends: pro\n");
    put("tenants/a.yaml", tenant("a", "pro"));
    put("tenants/b.yaml", tenant("b", "pro"));
    after.putAll(before);
  }

  private static String tenant(String id, String tier) {
    return "tenant_id: %s\ndisplay_name: One\nadmin_email: a@b.example\ntier: %s\n"
        .formatted(id, tier);
  }

  private void put(String file, String text) {
    before.put(file, text);
  }

  private void edit(String file, String old, String now) {
    assertThat(after.get(file)).contains(old);
    after.put(file, after.get(file).replace(old, now));
  }

  private void append(String file, String lines) {
    after.put(file, after.get(file) + lines);
  }

  private TwoFleets fleets() {
    assertThat(TwoFleets.mistakes(bound, before)).isEmpty();
    assertThat(TwoFleets.mistakes(bound, after)).isEmpty();
    return TwoFleets.of(bound, before, after).orElseThrow();
  }

  private static String shown(Cause cause) {
    return cause.kind() == Cause.Kind.SETTING
        ? "%s: %s, %s -> %s"
            .formatted(cause.text(), cause.key(), shown(cause.before()), shown(cause.after()))
        : cause.kind() + " " + cause.text();
  }

  private static String shown(@Nullable Stated stated) {
    return stated == null
        ? "nothing"
        : stated.value() + " of " + stated.layer() + " at " + stated.place().display();
  }

  private List<String> causes(String id) {
    TwoFleets fleets = fleets();
    return fleets.causes(RENDERED).attributed(fleets.representative(id)).causes().stream()
        .map(CausesTest::shown)
        .toList();
  }

  /** The causes of the fields whose path ends so, by object. */
  private static List<String> because(Attributed found, String end) {
    List<String> because = new ArrayList<>();
    for (ObjectChange object : found.objects()) {
      for (ValueChange value : object.values()) {
        if (value.display().endsWith(end)) {
          because.add(
              object.object().display()
                  + " "
                  + value.causes().stream().map(i -> found.causes().get(i).text()).toList());
        }
      }
    }
    return because;
  }

  @Test
  void aTierThatStatesAnotherValue() {
    edit("tiers/pro.yaml", "1Gi", "768Mi");
    assertThat(causes("a"))
        .containsExactly(
            "tiers/pro.yaml:4: web.pod_memory, 1Gi of tier at tiers/pro.yaml:4:15 ->"
                + " 768Mi of tier at tiers/pro.yaml:4:15");
  }

  @Test
  void aTenantThatOverridesItsTier() {
    append("tenants/a.yaml", "backup:\n  retention_days: 7\n");
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml:6: backup.retention_days, 30 of built-in at built-in ->"
                + " 7 of tenant at tenants/a.yaml:6:19");
  }

  @Test
  void aStatementThatIsGone() {
    put("tenants/a.yaml", tenant("a", "pro") + "backup: {retention_days: 7}\n");
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml no longer states backup.retention_days, which was in line 5:"
                + " backup.retention_days, 7 of tenant at tenants/a.yaml:5:26 -> nothing");
  }

  @Test
  void anotherTierIsOneCauseOfAllThatItChanges() {
    edit("tenants/a.yaml", "tier: pro", "tier: gold");
    put("tiers/gold.yaml", "tier: gold\nextends: pro\nweb: {pod_cpu: 750m}\n");
    after.put("tiers/gold.yaml", before.get("tiers/gold.yaml"));
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml:4: tier, pro of tenant at tenants/a.yaml:4:7 ->"
                + " gold of tenant at tenants/a.yaml:4:7");
  }

  @Test
  void twoThatDoTheSameAreBothNamed() {
    append("fleet.yaml", "defaults: {backup: {retention_days: 7}}\n");
    append("tenants/a.yaml", "backup: {retention_days: 7}\n");
    assertThat(causes("a"))
        .extracting(cause -> cause.substring(0, cause.indexOf(':')))
        .containsExactly("tenants/a.yaml", "fleet.yaml");
    assertThat(causes("b"))
        .extracting(cause -> cause.substring(0, cause.indexOf(':')))
        .containsExactly("fleet.yaml");
  }

  @Test
  void eachFieldNamesItsOwn() {
    edit("tiers/pro.yaml", "1Gi", "768Mi");
    append("tenants/a.yaml", "backup: {retention_days: 7}\n");
    TwoFleets fleets = fleets();
    Attributed found = fleets.causes(RENDERED).attributed(fleets.representative("a"));
    assertThat(because(found, "limits.memory"))
        .contains("Deployment/wordpress [tiers/pro.yaml:4]")
        .allMatch(each -> each.endsWith("[tiers/pro.yaml:4]"));
    assertThat(because(found, "maxRetention")).hasSize(1).allMatch(e -> e.contains("a.yaml:5"));
  }

  @Test
  void aRollOutThatReachesATenantNamesWhatItSetsAndWhoHasIt() {
    append(
        "tiers/pro.yaml",
        "next:\n  id: x\n  to: {percent: 100}\n  set: {web: {pod_memory: 768Mi}}\n");
    assertThat(causes("a"))
        .extracting(cause -> cause.substring(0, cause.indexOf(',')))
        .containsExactlyInAnyOrder(
            "tiers/pro.yaml:8: next.set.web.pod_memory",
            "tiers/pro.yaml:6: next.id",
            "tiers/pro.yaml:7: next.to.percent");
  }

  @Test
  void aStateNamesItsLine() {
    append("tenants/a.yaml", "state: suspended\n");
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml:5: state, active of built-in at built-in ->"
                + " suspended of tenant at tenants/a.yaml:5:8");
  }

  @Test
  void patchesAreOneStatement() {
    append(
        "tenants/a.yaml",
        "patches:\n  - target: {kind: Deployment, name: wordpress}\n"
            + "    patch: '[{op: add, path: /spec/revisionHistoryLimit, value: 3}]'\n");
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml:6: patches, [] of built-in at built-in ->"
                + " [patch of Deployment wordpress] of tenant at tenants/a.yaml:6:3");
  }

  @Test
  void filesThatAreNewOrGoneOrHaveAnotherName() {
    after.remove("tenants/b.yaml");
    after.put("tenants/c.yaml", tenant("c", "pro"));
    after.put("tenants/deep/a.yaml", after.remove("tenants/a.yaml"));
    assertThat(causes("c")).containsExactly("FILE tenants/c.yaml is new");
    assertThat(causes("b")).containsExactly("FILE tenants/b.yaml is gone");
    assertThat(causes("a")).containsExactly("FILE tenants/a.yaml is tenants/deep/a.yaml now");
  }

  @Test
  void anotherStoreOfBackupsIsTheCauseOfAFirstBackupThatIsNotMadeAgain() {
    edit("fleet.yaml", "bucket: ", "bucket: other-");
    TwoFleets fleets = fleets();
    Attributed found = fleets.causes(RENDERED).attributed(fleets.representative("a"));
    assertThat(because(found, "schedule.immediate"))
        .hasSize(1)
        .allMatch(each -> each.contains("[fleet.yaml:"));
    assertThat(found.causes()).hasSize(1);
  }

  @Test
  void aLoginPageThatIsGivenUpNamesWhoGaveItUp() {
    put("tiers/gold.yaml", "tier: gold\nextends: pro\nwhite_labeling: true\n");
    after.put("tiers/gold.yaml", before.get("tiers/gold.yaml"));
    put("tenants/a.yaml", tenant("a", "gold") + "branding: {title: One}\n");
    after.put("tenants/a.yaml", tenant("a", "gold") + "backup: {retention_days: 7}\n");
    TwoFleets fleets = fleets();
    Attributed found = fleets.causes(RENDERED).attributed(fleets.representative("a"));
    assertThat(found.causes())
        .extracting(Cause::key)
        .containsExactly("branding.title", "backup.retention_days");
    assertThat(because(found, "blueprint.yaml\"]"))
        .allMatch(each -> each.contains("no longer states branding.title"));
  }

  @Test
  void unknownInputsSayWhy() {
    after.put("tenants/c.yaml", tenant("c", "pro"));
    Attributed found = Causes.unknown(fleets().representative("c"), "no such commit");
    assertThat(found.causes())
        .extracting(CausesTest::shown)
        .containsExactly("UNKNOWN no such commit");
    assertThat(found.objects()).allMatch(o -> o.values().get(0).causes().equals(List.of(0)));
  }

  @Test
  void oneStatementThatCountsNeedsNoRendering() {
    edit("tiers/pro.yaml", "1Gi", "768Mi");
    append("tiers/gold.yaml", "white_labeling: true\n");
    append("tenants/b.yaml", "backup: {retention_days: 7}\n");
    TwoFleets fleets = fleets();
    Causes causes = fleets.causes(RENDERED);
    assertThat(causes.attributed(fleets.representative("a")).causes())
        .extracting(Cause::text)
        .containsExactly("tiers/pro.yaml:4");
    assertThat(causes.renderings().spent()).isZero();
    assertThat(causes.attributed(fleets.representative("b")).causes()).hasSize(2);
    assertThat(causes.renderings().spent()).isLessThan(5);
  }

  @Test
  void whatTheOldInputsDoNotGiveBackIsOfTheToolOrOfAHand() {
    edit("tiers/pro.yaml", "1Gi", "768Mi");
    TwoFleets fleets = fleets();
    Representative tenant = fleets.representative("a", other(fleets.filesBefore("a")));
    Attributed older =
        fleets.causes(new BaseFacts(false, "tenantsmith 0.0.9", file -> false)).attributed(tenant);
    String tool = "tenantsmith 0.0.9 -> " + Tool.version();
    assertThat(because(older, "spec.revisionHistoryLimit"))
        .containsExactly("Deployment/wordpress [" + tool + "]");
    assertThat(because(older, "limits.memory"))
        .isNotEmpty()
        .allMatch(each -> each.endsWith("[tiers/pro.yaml:4]"));
    Attributed edited =
        fleets.causes(new BaseFacts(false, "tenantsmith 0.0.9", file -> true)).attributed(tenant);
    assertThat(because(edited, "spec.revisionHistoryLimit"))
        .hasSize(1)
        .allMatch(each -> each.endsWith("wordpress.yaml was edited by hand]"));
  }

  /** The same files with another limit of revisions. */
  private static List<TreeFile> other(List<TreeFile> files) {
    List<TreeFile> others = new ArrayList<>();
    for (TreeFile file : files) {
      List<KubernetesObject> objects = new ArrayList<>();
      for (KubernetesObject object : file.objects()) {
        objects.add(object.ref().name().equals("wordpress") ? other(object) : object);
      }
      others.add(new TreeFile(file.path(), objects, file.text()));
    }
    return others;
  }

  private static KubernetesObject other(KubernetesObject object) {
    if (!object.kind().equals("Deployment")) {
      return object;
    }
    Map<String, Object> tree = new HashMap<>(object.tree());
    Map<String, Object> spec = new HashMap<>();
    ((Map<?, ?>) object.tree().get("spec")).forEach((key, value) -> spec.put((String) key, value));
    spec.put("revisionHistoryLimit", 99);
    tree.put("spec", spec);
    return KubernetesObject.of(tree);
  }

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
    return causes.withoutEffect(named).stream().map(CausesTest::shown).toList();
  }

  private static String shown(NoEffect noEffect) {
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
        .extracting(CausesTest::shown)
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
    assertThat(found.causes()).extracting(CausesTest::shown).contains("FILE 4 more tenants");
    assertThat(found.causes().size()).isLessThan(12);
  }
}
