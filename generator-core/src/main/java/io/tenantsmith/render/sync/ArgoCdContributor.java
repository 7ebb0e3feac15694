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
  private static final NamedValues<FollowedCluster> VALUES =
      NamedValues.<FollowedCluster>builder()
          .including(FollowedCluster.VALUES)
          .rows("parts", cluster -> PlatformPart.of(cluster.view()), PART)
          .including(AllowedKinds.values("platform", c -> new AllowedKinds(c.platformKinds())))
          .including(AllowedKinds.values("tenants", c -> new AllowedKinds(c.tenantKinds())))
          .build();
  private static final ObjectTemplate<FollowedCluster> PLATFORM = template("platform.yaml");
  private static final ObjectTemplate<FollowedCluster> PROJECTS = template("projects.yaml");
  private static final ObjectTemplate<FollowedCluster> TENANTS = template("tenants.yaml");

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> files(new FollowedCluster(view, source)))
        .orElse(List.of());
  }

  private static List<Artifact> files(FollowedCluster cluster) {
    RelativePath folder = Layout.argoCd(cluster.name());
    return List.of(
        cluster.file(folder.resolve("platform.yaml"), PLATFORM.render(cluster)),
        cluster.file(folder.resolve("projects.yaml"), PROJECTS.render(cluster)),
        cluster.file(folder.resolve("tenants.yaml"), TENANTS.render(cluster)));
  }

  private static ObjectTemplate<FollowedCluster> template(String file) {
    return ObjectTemplate.beside(ArgoCdContributor.class, "argocd/" + file, VALUES);
  }
}
