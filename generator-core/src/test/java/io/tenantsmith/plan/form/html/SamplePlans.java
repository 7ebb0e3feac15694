package io.tenantsmith.plan.form.html;

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
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.ValueChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plans of three sizes: one to read, a tier change for thousands, and as many changes as tenants.
 */
final class SamplePlans {

  static final Baseline BASE =
      new Baseline(
          Baseline.Kind.OUTPUT,
          "output",
          "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
          "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c",
          "publish.repository names no branch that can be read",
          null);
  static final PlanLimits LIMITS =
      new PlanLimits(
          List.of(
              new PlanLimits.Guard("changed", "1.3 %", "10 %", ""),
              new PlanLimits.Guard("removed", "2", "1", "--allow-removed 2")),
          List.of(
              new PlanLimits.Room("prod-eu-1", "memory", "1.2Ti", "2Ti"),
              new PlanLimits.Room("prod-eu-1", "cpu", "1,200", "2,000")));

  private static final String FILE = "clusters/prod-eu-1/tenants/<tenant>/wordpress.yaml";
  private static final List<String> MEMORY =
      List.of(
          "spec",
          "template",
          "spec",
          "containers",
          "[name=wordpress]",
          "resources",
          "limits",
          "memory");
  private static final List<String> TIERS = List.of("free", "pro", "enterprise");
  private static final List<String> CLUSTERS = List.of("prod-eu-1", "prod-eu-2", "prod-us-1");

  private SamplePlans() {}

  /** A plan of these groups. */
  static FleetPlan of(List<ChangeGroup> groups, List<NoEffect> noEffect) {
    return new FleetPlan(
        "3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f-dirty",
        BASE,
        new FleetPlan.Counts(
            count(groups, Fate.ADDED),
            count(groups, Fate.CHANGED),
            count(groups, Fate.REMOVED),
            2_400),
        groups,
        noEffect,
        LIMITS,
        "");
  }

  private static int count(List<ChangeGroup> groups, Fate fate) {
    return groups.stream()
        .filter(group -> group.scope().fate() == fate)
        .mapToInt(group -> group.tenants().size())
        .sum();
  }

  /** One setting moves memory of so many tenants. */
  static FleetPlan tierChange(int tenants) {
    Cause cause = memoryCause();
    ObjectChange deployment = changed("Deployment", memory(0));
    ObjectChange quota =
        changed("ResourceQuota", value(List.of("spec", "hard", "limits.memory"), "2Gi", "3Gi"));
    ChangeGroup all =
        group(
            Fate.CHANGED,
            tenants(0, tenants),
            List.of(deployment, quota),
            List.of(cause),
            List.of(danger(DangerKind.RESTART, "Deployment", "pods are replaced, one by one")));
    return of(
        List.of(all, shared("prod-eu-1", cause), SmallPlan.added(), SmallPlan.moved()),
        SmallPlan.noEffect());
  }

  /** As many changes as tenants, no two alike. */
  static FleetPlan differentChanges(int tenants) {
    return of(IntStream.range(0, tenants).mapToObj(SamplePlans::different).toList(), List.of());
  }

  private static ChangeGroup different(int number) {
    Cause cause =
        new Cause(
            Cause.Kind.SETTING,
            "web.pod_memory",
            stated("1Gi", "tier", TIERS.get(number % 3)),
            stated((1024 + number) + "Mi", "tenant", id(number)),
            "tenants/" + id(number) + ".yaml:7");
    List<ObjectChange> objects = new ArrayList<>();
    objects.add(
        changed("Deployment", value(MEMORY, "1Gi", (1024 + number) + "Mi"), digest(number)));
    objects.add(
        changed(
            "HTTPRoute",
            value(List.of("spec", "hostnames"), "www" + number + ".example.com", null)));
    List<Danger> dangers = new ArrayList<>();
    if (number % 97 == 0) {
      dangers.add(danger(DangerKind.DATA_LOSS, "PersistentVolumeClaim", "its data is gone"));
    }
    if (number % 3 == 0) {
      dangers.add(danger(DangerKind.RESTART, "Deployment", "pods are replaced, one by one"));
    }
    if (number % 5 == 0) {
      dangers.add(danger(DangerKind.HOST_REMOVED, "HTTPRoute", "its route and certificate go"));
    }
    return group(Fate.CHANGED, tenants(number, number + 1), objects, List.of(cause), dangers);
  }

  private static ValueChange digest(int number) {
    return new ValueChange(
        List.of("spec", "template", "metadata", "annotations", "checksum/config"),
        "sha256:" + number,
        "sha256:" + (number + 1),
        ValueChange.Form.DERIVED,
        null,
        List.of(0));
  }

  /** Files that tenants of a cluster share. */
  static ChangeGroup shared(String cluster, Cause cause) {
    ObjectChange object =
        new ObjectChange(
            new ObjectName("v1", "ConfigMap", "tenants", "tenant-list"),
            Fate.CHANGED,
            "clusters/" + cluster + "/platform/tenants.yaml",
            List.of(digest(1)));
    return new ChangeGroup(
        new ChangeGroup.Scope(Fate.CHANGED, cluster, true),
        List.of(),
        List.of(object),
        List.of(),
        List.of(cause),
        List.of(),
        Amounts.NONE,
        Amounts.NONE);
  }

  static ChangeGroup group(
      Fate fate,
      List<ChangedTenant> tenants,
      List<ObjectChange> objects,
      List<Cause> causes,
      List<Danger> dangers) {
    long size = tenants.size();
    return new ChangeGroup(
        new ChangeGroup.Scope(fate, "", false),
        tenants,
        objects,
        List.of(),
        causes,
        dangers,
        fate == Fate.ADDED ? Amounts.NONE : amounts(size, 1L << 30),
        fate == Fate.REMOVED ? Amounts.NONE : amounts(size, 3L << 29));
  }

  private static Amounts amounts(long tenants, long memory) {
    return new Amounts(
        (int) tenants * 63,
        tenants * 1_250,
        tenants * memory,
        tenants * (10L << 30),
        new TreeMap<>(Map.of("EUR", BigDecimal.valueOf(tenants * 4100, 2))));
  }

  /** Tenants with numbers from one up to another, without it. */
  static List<ChangedTenant> tenants(int from, int end) {
    IntFunction<ChangedTenant> tenant =
        number ->
            new ChangedTenant(
                id(number),
                TIERS.get(number % 3),
                CLUSTERS.get(number % 7 % 3),
                new TreeMap<>(
                    Map.of("<tenant>", id(number), "<host>", id(number) + ".sites.example.net")));
    return IntStream.range(from, end).mapToObj(tenant).toList();
  }

  private static String id(int number) {
    return "tenant-" + (10_000 + number);
  }

  static ObjectChange changed(String kind, ValueChange... values) {
    return new ObjectChange(
        new ObjectName("apps/v1", kind, "<tenant>", "wordpress"),
        Fate.CHANGED,
        FILE,
        List.of(values));
  }

  static ValueChange value(List<String> path, @Nullable Object before, @Nullable Object after) {
    return new ValueChange(path, before, after, ValueChange.Form.PLAIN, null, List.of(0));
  }

  static ValueChange memory(int cause) {
    return value(MEMORY, "1Gi", "1536Mi").because(List.of(cause));
  }

  static Danger danger(DangerKind kind, String object, String text) {
    return new Danger(kind, new ObjectName("v1", object, "<tenant>", "wordpress"), List.of(), text);
  }

  /** A tier states more memory. */
  static Cause memoryCause() {
    return new Cause(
        Cause.Kind.SETTING,
        "web.pod_memory",
        new Stated("1Gi", "tier", SourceRange.at("tiers/pro.yaml", 11, 15)),
        new Stated("1536Mi", "tier", SourceRange.at("tiers/pro.yaml", 11, 15)),
        "tiers/pro.yaml:11");
  }

  private static Stated stated(String value, String layer, String name) {
    String folder = layer.equals("tier") ? "tiers/" : "tenants/";
    return new Stated(value, layer, SourceRange.at(folder + name + ".yaml", 7, 15));
  }
}
