package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan with one of everything that a page shows. */
final class SmallPlan {

  private SmallPlan() {}

  static FleetPlan plan() {
    return SamplePlans.of(
        List.of(removed(), tierChange(), moved(), texts(), added(), files()), noEffect());
  }

  /** Two tenants go, and their data with them. */
  private static ChangeGroup removed() {
    Cause cause =
        new Cause(
            Cause.Kind.SETTING,
            "state",
            new Stated("erasing", "tenant", SourceRange.at("tenants/old-shop.yaml", 4, 8)),
            new Stated("erased", "tenant", SourceRange.at("tenants/old-shop.yaml", 4, 8)),
            "tenants/old-shop.yaml:4");
    return SamplePlans.group(
        Fate.REMOVED,
        List.of(tenant("old-shop", "free"), tenant("old-wiki", "free")),
        List.of(
            whole("v1", "Namespace", Fate.REMOVED, Map.of("metadata", Map.of("name", "<tenant>"))),
            whole("v1", "PersistentVolumeClaim", Fate.REMOVED, claim())),
        List.of(cause),
        List.of(
            SamplePlans.danger(
                DangerKind.DATA_LOSS, "Namespace", "all that is in the namespace is deleted"),
            SamplePlans.danger(
                DangerKind.DATA_LOSS,
                "PersistentVolumeClaim",
                "the volume and its data are deleted")));
  }

  /** Two causes, so that each field says which one moved it. */
  private static ChangeGroup tierChange() {
    Cause second =
        new Cause(
            Cause.Kind.SETTING,
            "web.replicas",
            null,
            new Stated("3", "tier", SourceRange.at("tiers/pro.yaml", 12, 13)),
            "tiers/pro.yaml:12");
    ValueChange replicas = SamplePlans.value(List.of("spec", "replicas"), 1, 3).because(List.of(1));
    return SamplePlans.group(
        Fate.CHANGED,
        SamplePlans.tenants(0, 29),
        List.of(
            SamplePlans.changed("Deployment", SamplePlans.memory(0), replicas),
            SamplePlans.changed(
                "ResourceQuota",
                SamplePlans.value(List.of("spec", "hard", "persistentvolumeclaims"), 5, 3))),
        List.of(SamplePlans.memoryCause(), second),
        List.of(
            SamplePlans.danger(DangerKind.QUOTA_CUT, "ResourceQuota", "fewer claims fit"),
            SamplePlans.danger(
                DangerKind.RESTART, "Deployment", "pods are replaced, one after another")));
  }

  /** A host goes from one tenant to another. */
  static ChangeGroup moved() {
    Cause cause =
        new Cause(
            Cause.Kind.SETTING,
            "custom_domains",
            null,
            new Stated("docs.globex.com", "tenant", SourceRange.at("tenants/globex.yaml", 26, 5)),
            "tenants/globex.yaml:26");
    return SamplePlans.group(
        Fate.CHANGED,
        List.of(tenant("globex", "enterprise")),
        List.of(
            SamplePlans.changed(
                "HTTPRoute",
                SamplePlans.value(
                    List.of("spec", "hostnames", "[docs.globex.com]"), null, "docs.globex.com"),
                new ValueChange(
                    List.of("spec", "rules"),
                    List.of("[/]", "[/api]"),
                    List.of("[/api]", "[/]"),
                    ValueChange.Form.ORDER,
                    null,
                    List.of(0)))),
        List.of(cause),
        List.of(
            SamplePlans.danger(
                DangerKind.HOST_MOVED, "HTTPRoute", "docs.globex.com was of initech until now")));
  }

  /** Texts of a ConfigMap and of a blueprint, a secret, and what follows from them. */
  private static ChangeGroup texts() {
    TextChange blueprint =
        new TextChange(
            TextChange.Language.BLUEPRINT,
            List.of(
                SamplePlans.value(
                    List.of("[authentik_core.application slug=<tenant>]", "attrs", "name"),
                    "Initech",
                    "Initech \u0634\u0631\u0643\u0629")),
            List.of());
    Cause hand =
        new Cause(Cause.Kind.HAND, "", null, null, "initech/config.yaml was edited by hand");
    return SamplePlans.group(
        Fate.CHANGED,
        List.of(tenant("initech", "pro")),
        List.of(
            SamplePlans.changed(
                "ConfigMap",
                text(List.of("data", "wp-config.php"), php()),
                text(List.of("data", "blueprint.yaml"), blueprint)),
            SamplePlans.changed(
                "Secret",
                new ValueChange(
                    List.of("data", "password"),
                    "a",
                    "b",
                    ValueChange.Form.SENSITIVE,
                    null,
                    List.of(0))),
            SamplePlans.changed("Deployment", derived())),
        List.of(hand),
        List.of());
  }

  private static TextChange php() {
    return new TextChange(
        TextChange.Language.LINES,
        List.of(),
        List.of(
            "@@ -1,3 +1,3 @@",
            " <?php",
            "-define('WP_MEMORY_LIMIT', '256M');",
            "+define('WP_MEMORY_LIMIT', '512M');",
            " require 'wp-load.php';"));
  }

  /** A tenant comes. */
  static ChangeGroup added() {
    Cause cause = new Cause(Cause.Kind.FILE, "", null, null, "tenants/acme-corp.yaml is new");
    return SamplePlans.group(
        Fate.ADDED,
        List.of(tenant("acme-corp", "pro")),
        List.of(
            whole("v1", "Namespace", Fate.ADDED, Map.of("metadata", Map.of("name", "acme-corp"))),
            whole("v1", "PersistentVolumeClaim", Fate.ADDED, claim())),
        List.of(cause),
        List.of());
  }

  private static ChangeGroup files() {
    TextChange text =
        new TextChange(
            TextChange.Language.LINES, List.of(), List.of("@@ -1 +1 @@", "-0.1.0", "+0.2.0"));
    Cause tool = new Cause(Cause.Kind.TOOL, "", null, null, "tenantsmith 0.1.0 -> 0.2.0");
    return new ChangeGroup(
        new ChangeGroup.Scope(Fate.CHANGED, "", true),
        List.of(),
        List.of(),
        List.of(
            new FileChange("bootstrap/VERSION", Fate.CHANGED, false, text),
            new FileChange("index.json", Fate.CHANGED, true, text)),
        List.of(tool),
        List.of(),
        Amounts.NONE,
        Amounts.NONE);
  }

  static List<NoEffect> noEffect() {
    Cause cause =
        new Cause(
            Cause.Kind.SETTING,
            "resources.cpu_limit",
            new Stated("2", "tenant", SourceRange.at("tenants/globex.yaml", 9, 3)),
            new Stated("2", "tier", SourceRange.at("tiers/enterprise.yaml", 20, 3)),
            "tenants/globex.yaml:9");
    return List.of(new NoEffect(cause, 1));
  }

  static ChangedTenant tenant(String id, String tier) {
    return new ChangedTenant(id, tier, "prod-eu-1", new TreeMap<>(Map.of("<tenant>", id)));
  }

  private static ValueChange text(List<String> path, TextChange text) {
    return new ValueChange(path, "", "", ValueChange.Form.PLAIN, text, List.of(0));
  }

  private static ValueChange derived() {
    return new ValueChange(
        List.of("spec", "template", "metadata", "annotations", "checksum/config"),
        "1",
        "2",
        ValueChange.Form.DERIVED,
        null,
        List.of(0));
  }

  static ObjectChange whole(String version, String kind, Fate fate, Map<String, Object> object) {
    boolean gone = fate == Fate.REMOVED;
    return new ObjectChange(
        new ObjectName(version, kind, "<tenant>", "wordpress"),
        fate,
        "clusters/prod-eu-1/tenants/<tenant>/" + kind + ".yaml",
        List.of(SamplePlans.value(List.of(), gone ? object : null, gone ? null : object)));
  }

  private static Map<String, Object> claim() {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "PersistentVolumeClaim",
        "spec",
        Map.of("accessModes", List.of("ReadWriteOnce"), "storageClassName", "fast"));
  }
}
