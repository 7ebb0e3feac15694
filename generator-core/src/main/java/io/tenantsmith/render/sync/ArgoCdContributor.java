package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the folder argocd: projects, the platform's Applications and the tenants' ApplicationSet;
 * comes after all that bring objects of the platform.
 */
public final class ArgoCdContributor implements ClusterContributor {

  private static final int PROJECTS_WAVE = -30;
  private static final int TENANTS_WAVE = 10;
  private static final String PLATFORM = "platform";

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> files(view, siblings, source))
        .orElse(List.of());
  }

  private static List<Artifact> files(
      ClusterView view, List<Artifact> siblings, SyncSource source) {
    RelativePath folder = Layout.argoCd(view.cluster().name().value());
    return List.of(
        SyncFile.of(folder.resolve("platform.yaml"), view, platform(view, source)),
        SyncFile.of(
            folder.resolve("projects.yaml"),
            view,
            projects(view, platformKinds(view, siblings), source)),
        SyncFile.of(folder.resolve("tenants.yaml"), view, List.of(tenants(view, source))));
  }

  private static List<Map<String, Object>> platform(ClusterView view, SyncSource source) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (PlatformPart part : PlatformPart.values()) {
      SyncObject object =
          ArgoCd.object("Application", part.objectName(), part.wave(), view.fleet());
      object.annotations().putAll(ArgoCd.OWN_FOLDER);
      objects.add(
          object.with(
              ArgoCd.application(
                  PLATFORM,
                  part.namespace(view.fleet(), view.cluster()),
                  ArgoCd.folder(part.path(view.cluster()), source),
                  false)));
    }
    return objects;
  }

  private static List<Map<String, Object>> projects(
      ClusterView view, List<KindInUse> platform, SyncSource source) {
    return List.of(
        ArgoCd.object("AppProject", PLATFORM, PROJECTS_WAVE, view.fleet())
            .with(
                ArgoCdProject.of(
                        "What tenants share; the kinds are those that are rendered.", platform)
                    .spec(source)),
        ArgoCd.object("AppProject", ArgoCdTenants.NAME, PROJECTS_WAVE, view.fleet())
            .with(
                ArgoCdProject.of("Tenants; the kinds are those that are rendered.", view.kinds())
                    .spec(source)));
  }

  private static Map<String, Object> tenants(ClusterView view, SyncSource source) {
    return ArgoCd.object("ApplicationSet", ArgoCdTenants.NAME, TENANTS_WAVE, view.fleet())
        .with(ArgoCdTenants.spec(view.cluster(), source));
  }

  private static List<KindInUse> platformKinds(ClusterView view, List<Artifact> siblings) {
    RelativePath folder = Layout.platform(view.cluster().name().value());
    return siblings.stream()
        .filter(artifact -> artifact.path().isBelow(folder))
        .flatMap(artifact -> artifact.objects().stream())
        .map(object -> KindInUse.of(object.ref()))
        .toList();
  }
}
