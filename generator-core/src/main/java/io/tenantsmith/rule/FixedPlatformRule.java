package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.rule.SharedCauses.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The settings of fleet.yaml that place published tenants stay: the tenants' data does not follow.
 */
final class FixedPlatformRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    Map<String, Cluster> clusters = new HashMap<>();
    fleet.clusters().forEach(cluster -> clusters.put(cluster.name().value(), cluster));
    List<FixedClass> fixed = FixedClass.all();
    SharedCauses causes = new SharedCauses();
    for (PublishedTenant tenant : new PublishedTenants(resolution).known()) {
      namespace(fleet, tenant, causes);
      Cluster cluster = clusters.get(tenant.cluster());
      if (cluster != null) {
        region(cluster, tenant, causes);
        classes(fixed, cluster, tenant, causes);
      }
    }
    causes.report(report);
  }

  private static void namespace(Fleet fleet, PublishedTenant tenant, SharedCauses causes) {
    String id = tenant.id().value();
    String before = PublishedTenants.fixed(tenant).namespace();
    String now = fleet.namespacePrefix().value() + id;
    if (now.equals(before)) {
      return;
    }
    String prefix = before.endsWith(id) ? before.substring(0, before.length() - id.length()) : "";
    causes.add(
        new Cause(Code.LIF107, fleet.namespacePrefix().range(), "namespace"),
        Quoted.quote(now) + " is not the published namespace " + Quoted.quote(before) + of(tenant),
        "write namespace_prefix: "
            + Quoted.quote(prefix)
            + "; a namespace cannot be renamed, another one begins without any data");
  }

  private static void region(Cluster cluster, PublishedTenant tenant, SharedCauses causes) {
    Fixed fixed = PublishedTenants.fixed(tenant);
    if (!cluster.region().value().equals(fixed.region())) {
      causes.add(
          new Cause(Code.LIF106, cluster.region().range(), "region"),
          differs("region", cluster.region(), fixed.region(), tenant),
          "write region: "
              + Quoted.quote(fixed.region())
              + "; for another region add a cluster of another name");
    }
  }

  private static void classes(
      List<FixedClass> classes, Cluster cluster, PublishedTenant tenant, SharedCauses causes) {
    Fixed fixed = PublishedTenants.fixed(tenant);
    for (FixedClass each : classes) {
      String before = each.published().apply(fixed);
      Sourced<String> now = each.stated().apply(cluster.storageClasses());
      if (before != null && !now.value().equals(before)) {
        storageClass(each, now, before, tenant, causes);
      }
    }
  }

  private static void storageClass(
      FixedClass fixed,
      Sourced<String> now,
      String before,
      PublishedTenant tenant,
      SharedCauses causes) {
    String path = fixed.key().path();
    boolean ofSnapshots = fixed.key() == ClusterKeys.SNAPSHOT_CLASS;
    causes.add(
        new Cause(Code.LIF105, now.range(), path),
        differs(ofSnapshots ? "snapshot class" : "storage class", now, before, tenant),
        "write "
            + path
            + ": "
            + Quoted.quote(before)
            + "; "
            + (ofSnapshots ? "what replicas are made from" : "a volume")
            + " keeps its class, so for another one add a cluster entry of another name"
            + " for new tenants");
  }

  private static String differs(
      String what, Sourced<String> now, String before, PublishedTenant tenant) {
    return what
        + " "
        + Quoted.quote(now.value())
        + " is not the published "
        + Quoted.quote(before)
        + of(tenant);
  }

  private static String of(PublishedTenant tenant) {
    return " of tenant " + Quoted.quote(tenant.id().value());
  }
}
