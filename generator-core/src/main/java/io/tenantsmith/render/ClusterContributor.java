package io.tenantsmith.render;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Renders what the tenants of one cluster share. Pure. */
public interface ClusterContributor {

  /**
   * Renders the artifacts.
   *
   * @param siblings what the contributors before this one rendered for the cluster
   */
  List<Artifact> contribute(ClusterView view, List<Artifact> siblings);

  /**
   * What a cluster contributor sees. The lists are not copied: a watched one notes who looks at it.
   *
   * @param tenants ids of the cluster's tenants, sorted
   * @param rendered the tenants that are rendered in this run, sorted by id; the files of the
   *     others stay as they are
   */
  record ClusterView(
      Fleet fleet, Cluster cluster, List<TenantId> tenants, List<ClusterTenant> rendered) {

    /** The same view; what is read of it is noted. */
    ClusterView watched(ReadLog log) {
      return new ClusterView(
          fleet.watched(log),
          cluster.watched(log),
          log.watch(tenants, this::behindTenants),
          log.watchEach(rendered, tenant -> tenant.watched(log)));
    }

    /** Renders one file of several, so that each has only the reads that are its own. */
    public Artifact one(Function<ClusterView, Artifact> file) {
      ReadLog log = new ReadLog();
      Artifact artifact = file.apply(watched(log));
      Reads source = log.reads();
      return artifact.made(Artifact.Extent.OBJECTS).madeFrom(log, source, () -> Reads.NONE);
    }

    private Reads behindTenants() {
      ReadLog log = new ReadLog();
      rendered.forEach(tenant -> tenant.tenant.watched(log).id());
      return log.reads();
    }
  }

  /**
   * What a cluster contributor sees of a tenant.
   *
   * @param awaited what a sync tool waits for by name: Jobs that run once, secrets and routes
   * @param behindAwaited what was read to render them
   */
  record ClusterTenant(ResolvedTenant tenant, List<ObjectRef> awaited, Reads behindAwaited) {

    private static final Set<String> AWAITED = Set.of("Job", "ExternalSecret", "HTTPRoute");

    /** Holds a copy of all data, which may take hours: longer than any tool waits. */
    private static final String EXPORT = "export.yaml";

    private static final Comparator<ObjectRef> ORDER =
        Comparator.comparing(ObjectRef::kind)
            .thenComparing(ObjectRef::namespace)
            .thenComparing(ObjectRef::name);

    /** The view of a tenant of which nothing is rendered. */
    public static ClusterTenant of(ResolvedTenant tenant) {
      return new ClusterTenant(tenant, List.of(), Reads.NONE);
    }

    /** The view of a tenant with these files. */
    public static ClusterTenant of(ResolvedTenant tenant, List<Artifact> files) {
      List<ObjectRef> awaited = new ArrayList<>();
      List<Reads> reads = new ArrayList<>();
      for (Artifact file : files) {
        for (KubernetesObject object : awaitedOf(file)) {
          if (AWAITED.contains(object.ref().kind())) {
            awaited.add(object.ref());
            reads.add(file.reads());
          }
        }
      }
      awaited.sort(ORDER);
      return new ClusterTenant(tenant, List.copyOf(awaited), Reads.together(reads));
    }

    private static List<KubernetesObject> awaitedOf(Artifact file) {
      return file.path().name().equals(EXPORT) ? List.of() : file.objectsOf(AWAITED::contains);
    }

    private ClusterTenant watched(ReadLog log) {
      return new ClusterTenant(
          tenant.watched(log), log.watch(awaited, () -> behindAwaited), behindAwaited);
    }

    /** Its id. */
    public TenantId id() {
      return tenant.id();
    }

    /** The tenant's file, relative to the fleet's root. */
    public String file() {
      return tenant.file();
    }

    /** Its namespace. */
    public String namespace() {
      return tenant.namespace();
    }

    /** Name of its tier. */
    public String tier() {
      return tenant.tier();
    }

    /** When a rollout reaches it. */
    public Ring ring() {
      return tenant.ring();
    }

    /** The concerns that it has in its state. */
    public Set<Concern> concerns() {
      return StateTable.concerns(tenant.state());
    }
  }
}
