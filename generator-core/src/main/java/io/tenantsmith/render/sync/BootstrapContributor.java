package io.tenantsmith.render.sync;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the folder bootstrap: what is applied by hand, once, to start a sync tool. */
public final class BootstrapContributor implements ClusterContributor {

  private static final String ROOT = "fleet-root";

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    RelativePath folder = Layout.bootstrap(view.cluster().name().value());
    List<Artifact> files = new ArrayList<>();
    SyncSource.ofFlux(view.fleet(), view.cluster())
        .map(source -> SyncFile.of(folder.resolve("flux.yaml"), view, flux(view, source)))
        .map(BootstrapContributor::withoutFirst)
        .ifPresent(files::add);
    SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> SyncFile.of(folder.resolve("argocd.yaml"), view, argoCd(view, source)))
        .ifPresent(files::add);
    return files;
  }

  /** An object has one owner: that of the repository is flux/sources.yaml. */
  private static Artifact withoutFirst(Artifact file) {
    List<KubernetesObject> owned = file.objects().subList(1, file.objects().size());
    return new Artifact(file.path(), file.text(), owned);
  }

  /** The repository is in flux/sources.yaml again, which keeps it managed. */
  private static List<Map<String, Object>> flux(ClusterView view, SyncSource source) {
    String path = "./" + Layout.flux(view.cluster().name().value());
    return List.of(
        FluxSources.repository(view.fleet(), source),
        new FluxKustomization(FluxSources.FLEET, path, "5m", Map.of())
            .object(Labels.labels(view.fleet())));
  }

  private static List<Map<String, Object>> argoCd(ClusterView view, SyncSource source) {
    Fleet fleet = view.fleet();
    List<KindInUse> kinds =
        List.of(argo("AppProject"), argo("Application"), argo("ApplicationSet"));
    String path = Layout.argoCd(view.cluster().name().value()).value();
    return List.of(
        ArgoCd.plain("AppProject", ROOT, fleet)
            .with(
                ArgoCdProject.of(
                        "May only create AppProjects, Applications and ApplicationSets.", kinds)
                    .spec(source)),
        ArgoCd.plain("Application", ROOT, fleet)
            .with(ArgoCd.application(ROOT, ArgoCd.NAMESPACE, ArgoCd.folder(path, source), false)));
  }

  private static KindInUse argo(String kind) {
    return new KindInUse("argoproj.io", kind, ArgoCd.NAMESPACE, "");
  }
}
