package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the folder flux: what Flux follows, the platform, and a file for every tenant. */
public final class FluxContributor implements ClusterContributor {

  /** Above that a commit would wake too many tenants that it does not change. */
  private static final int MOST_FROM_ONE_SOURCE = 300;

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return SyncSource.ofFlux(view.fleet(), view.cluster())
        .map(source -> files(view, source))
        .orElse(List.of());
  }

  private static List<Artifact> files(ClusterView view, SyncSource source) {
    RelativePath folder = Layout.flux(view.cluster().name().value());
    List<Artifact> files = new ArrayList<>();
    files.add(
        SyncFile.of(
            folder.resolve("platform.yaml"),
            view,
            FluxPlatform.objects(view.fleet(), view.cluster())));
    files.add(SyncFile.of(folder.resolve("sources.yaml"), view, sources(view, source)));
    boolean cut = isCut(view);
    for (int i = 0; i < view.rendered().size(); i++) {
      int each = i;
      files.add(view.one(part -> tenant(folder, part.rendered().get(each), part, cut)));
    }
    return files;
  }

  private static List<Map<String, Object>> sources(ClusterView view, SyncSource source) {
    List<Map<String, Object>> objects = new ArrayList<>();
    objects.add(FluxSources.repository(view.fleet(), source));
    if (isCut(view)) {
      objects.add(FluxSources.perTenant(view.fleet(), view.cluster()));
    }
    return objects;
  }

  private static Artifact tenant(
      RelativePath folder, ClusterTenant tenant, ClusterView view, boolean cut) {
    return SyncFile.of(
        folder.resolve("tenants").resolve(tenant.id().value() + ".yaml"),
        tenant.file(),
        List.of(FluxTenant.object(tenant, view.fleet(), view.cluster(), cut)));
  }

  private static boolean isCut(ClusterView view) {
    return view.tenants().size() > MOST_FROM_ONE_SOURCE;
  }
}
