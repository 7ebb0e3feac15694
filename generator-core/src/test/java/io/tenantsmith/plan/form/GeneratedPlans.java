package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.ValueChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Plans of any size. */
final class GeneratedPlans {

  private static final ObjectName DEPLOYMENT =
      new ObjectName("apps/v1", "Deployment", "tenant-<tenant>", "wordpress");
  private static final ObjectName CLAIM =
      new ObjectName("v1", "PersistentVolumeClaim", "tenant-<tenant>", "wordpress-content");

  private GeneratedPlans() {}

  /** One change of a tier for so many tenants. */
  static FleetPlan tier(int tenants) {
    List<ChangedTenant> all = IntStream.range(0, tenants).mapToObj(GeneratedPlans::tenant).toList();
    return plan(List.of(group(all, "1536Mi", List.of(restart()), cause("tiers/pro.yaml", 11))));
  }

  /**
   * So many tenants with a different change each.
   *
   * @param value what becomes of the memory of a tenant, in front of its number
   * @param lost whether each also loses its data
   */
  static FleetPlan different(int tenants, String value, boolean lost) {
    List<ChangeGroup> groups = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      List<Danger> dangers = new ArrayList<>();
      if (lost) {
        dangers.add(new Danger(DangerKind.DATA_LOSS, CLAIM, List.of(), "all uploads are lost"));
      }
      if (i % 2 == 0) {
        dangers.add(restart());
      }
      String file = "tenants/" + tenant(i).id() + ".yaml";
      groups.add(group(List.of(tenant(i)), value + i, dangers, cause(file, 7)));
    }
    return plan(groups);
  }

  static ChangedTenant tenant(int number) {
    String id = String.format(Locale.ROOT, "tenant-%05d", number);
    return new ChangedTenant(id, "pro", "prod-eu-1", new TreeMap<>(Map.of("<tenant>", id)));
  }

  private static Danger restart() {
    return new Danger(
        DangerKind.RESTART, DEPLOYMENT, List.of("spec", "template"), "web pods are replaced");
  }

  private static Cause cause(String file, int line) {
    SourceRange place = SourceRange.at(file, line, 3);
    return new Cause(
        Cause.Kind.SETTING,
        "web.pod_memory",
        new Stated("1Gi", "tier", place),
        new Stated("1536Mi", "tier", place),
        file + ":" + line);
  }

  private static ChangeGroup group(
      List<ChangedTenant> tenants, String value, List<Danger> dangers, Cause cause) {
    List<ValueChange> values = new ArrayList<>();
    for (String side : List.of("limits", "requests")) {
      List<String> path =
          List.of(
              "spec",
              "template",
              "spec",
              "containers",
              "[name=wordpress]",
              "resources",
              side,
              "memory");
      values.add(new ValueChange(path, "1Gi", value, ValueChange.Form.PLAIN, null, List.of(0)));
    }
    String file = "tenants/<tenant>/wordpress/deployment.yaml";
    return new ChangeGroup(
        new ChangeGroup.Scope(Fate.CHANGED, "", false),
        tenants,
        List.of(new ObjectChange(DEPLOYMENT, Fate.CHANGED, file, values)),
        List.of(),
        List.of(cause),
        dangers,
        amounts(tenants.size(), 1L << 30),
        amounts(tenants.size(), 3L << 29));
  }

  private static Amounts amounts(int tenants, long memory) {
    TreeMap<String, BigDecimal> price = new TreeMap<>();
    price.put("EUR", BigDecimal.valueOf(41L * tenants));
    return new Amounts(
        63 * tenants, 500L * tenants, memory * tenants, (10L << 30) * tenants, price);
  }

  private static FleetPlan plan(List<ChangeGroup> groups) {
    int changed = groups.stream().mapToInt(group -> group.tenants().size()).sum();
    String commit = "5c1e0b7d0d0f4f1c8f3d7a3f0e9d6b1a2c3d4e5f";
    return new FleetPlan(
        commit,
        new Baseline(Baseline.Kind.COMMIT, "origin/main", commit, commit, "", null),
        new FleetPlan.Counts(0, changed, 0, 0),
        groups,
        List.of(),
        new PlanLimits(List.of(), List.of()),
        "");
  }
}
