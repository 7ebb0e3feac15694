package io.tenantsmith.render.sync;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.ObjectRef;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the folder flux: what Flux follows, the platform, and a file for every tenant; and in the
 * platform's folder what its accounts may do; comes after all else of the platform.
 */
public final class FluxContributor implements ClusterContributor {

  /** Above this a commit would reconcile too many tenants that it does not change. */
  private static final int MAX_FROM_ONE_SOURCE = 300;

  private static final NamedValues<FollowedCluster> VALUES =
      NamedValues.<FollowedCluster>builder()
          .including(FollowedCluster.VALUES)
          .condition("isCut", FluxContributor::isCut)
          .build();
  private static final NamedValues<ObjectRef> OBJECT =
      NamedValues.<ObjectRef>builder()
          .value("apiVersion", ObjectRef::apiVersion)
          .value("kind", ObjectRef::kind)
          .value("name", ObjectRef::name)
          .value("namespace", ObjectRef::namespace)
          .build();
  private static final NamedValues<Source> TENANT_VALUES =
      NamedValues.<Source>builder()
          .including(Source::cluster, FollowedCluster.VALUES)
          .value("tenant.id", source -> source.tenant().id().value())
          .value("tenant.namespace", source -> source.tenant().namespace())
          .value("tenant.ring", source -> source.tenant().ring().label())
          .value("tenant.tier", source -> source.tenant().tier())
          .condition("ownArtifact", Source::ownArtifact)
          .rows("awaited", source -> source.tenant().awaited(), OBJECT)
          .condition("hasDatabase", s -> s.tenant().concerns().contains(Concern.DATABASE))
          .constant("ready.current", expression("ready-current.cel"))
          .constant("ready.inProgress", expression("ready-in-progress.cel"))
          .constant("route.current", expression("route-current.cel"))
          .constant("route.inProgress", expression("route-in-progress.cel"))
          .build();
  private static final ObjectTemplate<FollowedCluster> PLATFORM =
      ObjectTemplate.beside(FluxContributor.class, "flux/platform.yaml", VALUES);
  private static final ObjectTemplate<FollowedCluster> SOURCES =
      ObjectTemplate.beside(FluxContributor.class, "flux/sources.yaml", VALUES);
  private static final ObjectTemplate<FollowedCluster> ACCOUNTS =
      ObjectTemplate.beside(FluxContributor.class, "flux/accounts.yaml", FluxAccounts.VALUES);
  private static final ObjectTemplate<FollowedCluster> TENANTS_ACCESS =
      ObjectTemplate.beside(
          FluxContributor.class, "flux/tenants-access.yaml", FollowedCluster.VALUES);
  private static final ObjectTemplate<Source> TENANT =
      ObjectTemplate.beside(FluxContributor.class, "flux/tenant.yaml", TENANT_VALUES);

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return SyncSource.ofFlux(view.fleet(), view.cluster())
        .map(source -> files(new FollowedCluster(view, source)))
        .orElse(List.of());
  }

  private static List<Artifact> files(FollowedCluster cluster) {
    RelativePath folder = Layout.flux(cluster.name());
    List<Artifact> files = new ArrayList<>();
    files.add(cluster.file(folder.resolve("platform.yaml"), PLATFORM.render(cluster)));
    files.add(cluster.file(folder.resolve("sources.yaml"), SOURCES.render(cluster)));
    RelativePath platform = Layout.platform(cluster.name());
    files.add(
        cluster.file(
            platform.resolve("policies").resolve("sync-accounts.yaml"), ACCOUNTS.render(cluster)));
    files.add(
        cluster.file(
            platform.resolve("policies").resolve("sync-access.yaml"),
            TENANTS_ACCESS.render(cluster)));
    boolean isCut = isCut(cluster);
    for (int i = 0; i < cluster.view().rendered().size(); i++) {
      int each = i;
      files.add(
          cluster
              .view()
              .one(
                  part -> {
                    // whether there is a file at all is noted as read for it, too
                    SyncSource source =
                        SyncSource.ofFlux(part.fleet(), part.cluster()).orElseThrow();
                    FollowedCluster own = new FollowedCluster(part, source);
                    return tenant(folder, new Source(part.rendered().get(each), own, isCut));
                  }));
    }
    return files;
  }

  private static Artifact tenant(RelativePath folder, Source source) {
    ClusterTenant tenant = source.tenant();
    return Manifest.rendered(
        folder.resolve("tenants").resolve(tenant.id().value() + ".yaml"),
        tenant.file(),
        List.of(TENANT.render(source)));
  }

  private static boolean isCut(FollowedCluster cluster) {
    return cluster.view().tenants().size() > MAX_FROM_ONE_SOURCE;
  }

  private static String expression(String file) {
    return TextFile.expression(FluxContributor.class, "flux/" + file).onOneLine().text();
  }

  /**
   * A tenant as Flux sees it.
   *
   * @param ownArtifact whether its folder is an artifact of its own
   */
  private record Source(ClusterTenant tenant, FollowedCluster cluster, boolean ownArtifact) {}
}
