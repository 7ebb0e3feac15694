package io.tenantsmith.render.platform;

import io.tenantsmith.model.Sourced;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.ObjectTemplate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the files of a cluster's platform folder, except blueprints and kustomizations. */
public final class PlatformContributor implements ClusterContributor {

  /** The folder of what is there only with content automation. */
  private static final String CONTENT = "admin-apps/content/";

  /** The files by their paths in that folder; each template has the same path beside this class. */
  static final SortedMap<String, ObjectTemplate<Platform>> FILES =
      templates(
          "admin-apps/authentik/access.yaml",
          "admin-apps/authentik/database.yaml",
          "admin-apps/authentik/network.yaml",
          "admin-apps/authentik/route.yaml",
          "admin-apps/authentik/secrets.yaml",
          "admin-apps/authentik/server.yaml",
          "admin-apps/authentik/worker.yaml",
          "admin-apps/backup.yaml",
          "admin-apps/content/access.yaml",
          "admin-apps/content/code.yaml",
          "admin-apps/content/content.yaml",
          "admin-apps/content/monitoring.yaml",
          "admin-apps/content/network.yaml",
          "admin-apps/content/secrets.yaml",
          "admin-apps/network.yaml",
          "admin-apps/open-webui/access.yaml",
          "admin-apps/open-webui/network.yaml",
          "admin-apps/open-webui/open-webui.yaml",
          "admin-apps/open-webui/route.yaml",
          "admin-apps/open-webui/secrets.yaml",
          "admin-apps/secrets.yaml",
          "admin-apps/site-cron/access.yaml",
          "admin-apps/site-cron/network.yaml",
          "admin-apps/site-cron/site-cron.yaml",
          "gateway/certificates.yaml",
          "gateway/gateway.yaml",
          "gateway/namespace.yaml",
          "monitoring/alerts.yaml",
          "monitoring/dashboards.yaml",
          "monitoring/monitors.yaml",
          "monitoring/resource-state.yaml",
          "monitoring/tenant-alerts.yaml",
          "monitoring/usage-rules.yaml",
          "policies/admin-apps.yaml",
          "policies/admission.yaml",
          "policies/backup.yaml",
          "policies/network.yaml",
          "policies/priority-classes.yaml");

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    boolean content = new Platform(view.fleet(), view.cluster()).hasContent();
    return FILES.entrySet().stream()
        .filter(file -> content || !file.getKey().startsWith(CONTENT))
        .map(file -> view.one(part -> artifact(file.getKey(), file.getValue(), part)))
        .toList();
  }

  private static Artifact artifact(
      String path, ObjectTemplate<Platform> template, ClusterView view) {
    Platform platform = new Platform(view.fleet(), view.cluster());
    Sourced<String> cluster = platform.cluster().name();
    RelativePath place = Layout.platform(cluster.value());
    for (String segment : path.split("/", -1)) {
      place = place.resolve(segment);
    }
    return Manifest.rendered(place, cluster.range().file(), List.of(template.render(platform)));
  }

  private static SortedMap<String, ObjectTemplate<Platform>> templates(String... paths) {
    SortedMap<String, ObjectTemplate<Platform>> templates = new TreeMap<>();
    for (String path : paths) {
      templates.put(
          path, ObjectTemplate.beside(PlatformContributor.class, path, PlatformNames.VALUES));
    }
    return Collections.unmodifiableSortedMap(templates);
  }
}
