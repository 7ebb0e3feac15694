package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/**
 * Renders the folder argocd: projects, the platform's Applications, the tenants' ApplicationSet.
 */
public final class ArgoCdContributor implements ClusterContributor {

  private static final NamedValues<PlatformPart> PART =
      NamedValues.<PlatformPart>builder()
          .value("folder", PlatformPart::folder)
          .value("wave", PlatformPart::wave)
          .value("namespace", PlatformPart::namespace)
          .build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::cluster, FollowedCluster.VALUES)
          .rows("parts", source -> PlatformPart.of(source.cluster().view()), PART)
          .including(AllowedKinds.values("platform", Source::platformKinds))
          .including(AllowedKinds.values("tenants", Source::tenantKinds))
          .build();
  private static final ObjectTemplate<Source> PLATFORM = template("platform.yaml");
  private static final ObjectTemplate<Source> PROJECTS = template("projects.yaml");
  private static final ObjectTemplate<Source> TENANTS = template("tenants.yaml");

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> files(new Source(new FollowedCluster(view, source))))
        .orElse(List.of());
  }

  private static List<Artifact> files(Source source) {
    FollowedCluster cluster = source.cluster();
    RelativePath folder = Layout.argoCd(cluster.name());
    return List.of(
        cluster.file(folder.resolve("platform.yaml"), PLATFORM.render(source)),
        cluster.file(folder.resolve("projects.yaml"), PROJECTS.render(source)),
        cluster.file(folder.resolve("tenants.yaml"), TENANTS.render(source)));
  }

  private static ObjectTemplate<Source> template(String file) {
    return ObjectTemplate.beside(ArgoCdContributor.class, "argocd/" + file, VALUES);
  }

  private record Source(FollowedCluster cluster) {

    AllowedKinds platformKinds() {
      ClusterView view = cluster.view();
      return new AllowedKinds(SyncedKinds.ofPlatform(view.fleet(), view.cluster()));
    }

    AllowedKinds tenantKinds() {
      ClusterView view = cluster.view();
      return new AllowedKinds(SyncedKinds.ofTenants(view.fleet(), view.cluster()));
    }
  }
}
