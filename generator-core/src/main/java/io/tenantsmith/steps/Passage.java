package io.tenantsmith.steps;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant on its way from what is published to what is rendered.
 *
 * @param before its line of the index
 * @param old its objects as they are published
 * @param since the commit that published the state before; null where it is not known or not needed
 * @param now null if its file is gone
 */
public record Passage(
    Fleet fleet,
    PublishedTenant before,
    TenantObjects old,
    @Nullable String since,
    @Nullable Rendered now) {

  /**
   * The tenant as it is rendered.
   *
   * @param leftOut its patches that its state leaves out, as people name them
   */
  public record Rendered(ResolvedTenant tenant, TenantObjects objects, List<String> leftOut) {

    /** Copies the list. */
    public Rendered {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** The commit that published the state before, if it is known. */
  Optional<String> published() {
    return Optional.ofNullable(since);
  }

  /** The tenant as it is rendered; empty if its file is gone. */
  Optional<ResolvedTenant> tenant() {
    return Optional.ofNullable(now).map(Rendered::tenant);
  }

  /** Its objects as they are rendered. */
  TenantObjects fresh() {
    return now == null ? TenantObjects.NONE : now.objects();
  }

  /** What runs of it as it is published. */
  Workload runningBefore() {
    return new Workload(old, namespace());
  }

  /** What will run of it. */
  Workload runningAfter() {
    return new Workload(fresh(), namespace());
  }

  /** Its id. */
  String id() {
    return before.id().value();
  }

  /** Its namespace. */
  String namespace() {
    return tenant()
        .map(ResolvedTenant::namespace)
        .or(() -> before.remembered().known().map(PublishedFacts.Fixed::namespace))
        .orElseGet(() -> "tenant-" + id());
  }

  /** All of its hosts; without its file those that are published. */
  List<String> hosts() {
    return tenant()
        .map(known -> known.hosts().all().stream().map(HostName::value).toList())
        .orElseGet(
            () -> Node.of(old.facts()).get("hostnames").items().stream().map(Node::text).toList());
  }

  /** Its cluster, if the fleet still has it. */
  Optional<Cluster> cluster() {
    return fleet.clusters().stream()
        .filter(cluster -> cluster.name().value().equals(before.cluster()))
        .findFirst();
  }

  /** From which state to which, and who says so. */
  StepPlan.Way way() {
    String to = tenant().map(known -> known.state().label()).orElse(StepPlan.Way.REMOVED);
    return new StepPlan.Way(
        new StepPlan.Place(id(), before.cluster(), namespace()),
        before.state().label(),
        to,
        because());
  }

  /** How lists call an object: its namespace is said where it is not the tenant's own. */
  String name(KubernetesObject object) {
    return Departures.item(object).displayIn(namespace());
  }

  /** The line that states it; the file where the line is left out, since it is active then. */
  private SourceRange because() {
    if (now == null) {
      String file = Node.of(old.facts()).at("input", "file").text();
      return SourceRange.ofFile(file.isEmpty() ? id() : file);
    }
    ResolvedTenant tenant = now.tenant();
    return tenant
        .settings()
        .find(TenantKeys.STATE)
        .filter(setting -> setting.origin().layer() != Layer.BUILT_IN)
        .map(setting -> setting.origin().range())
        .orElseGet(() -> SourceRange.ofFile(tenant.file()));
  }
}
