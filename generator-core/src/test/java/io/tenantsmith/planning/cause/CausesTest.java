package io.tenantsmith.planning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Tool;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CausesTest extends ComparedTexts {

  CausesTest() throws IOException {}

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
  void aStatedDefaultIsACauseWhereStatingItCounts() {
    put("fleet.yaml", before.get("fleet.yaml").replace(", namespace: kube-system", ""));
    after.put("fleet.yaml", before.get("fleet.yaml"));
    edit("fleet.yaml", "20.10]", "20.10, 169.254.20.11], namespace: kube-system");
    assertThat(causes("a"))
        .hasSize(2)
        .anyMatch(each -> each.contains(": clusters[prod-eu-1].dns.addresses, "))
        .anyMatch(
            each ->
                each.contains(": clusters[prod-eu-1].dns.namespace, kube-system of built-in at")
                    && each.contains("-> kube-system of fleet at fleet.yaml:"));
  }

  @Test
  void aStatedDefaultIsACauseWhereTheDefaultChangesToo() {
    put("tenants/a.yaml", tenant("a", "pro") + "backup: {retention_days: 7}\n");
    after.put("tenants/a.yaml", before.get("tenants/a.yaml"));
    edit("tenants/a.yaml", "retention_days: 7", "retention_days: 30");
    append("fleet.yaml", "defaults: {backup: {retention_days: 9}}\n");
    assertThat(causes("a"))
        .containsExactly(
            "tenants/a.yaml:5: backup.retention_days, 7 of tenant at tenants/a.yaml:5:26 ->"
                + " 30 of tenant at tenants/a.yaml:5:26");
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
}
