package io.tenantsmith.render.platform;

import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import java.util.List;

/** Renders the files of a cluster's platform folder, except blueprints and kustomizations. */
public final class PlatformContributor implements ClusterContributor {

  /** Where they lie in that folder; their templates lie alike beside this class. */
  private static final List<PlatformFile> FILES =
      PlatformFile.all(
          "policies/admission.yaml",
          "policies/backup.yaml",
          "policies/priority-classes.yaml",
          "gateway/namespace.yaml",
          "gateway/gateway.yaml",
          "gateway/certificates.yaml",
          "monitoring/usage-rules.yaml",
          "admin-apps/namespace.yaml",
          "admin-apps/backup.yaml",
          "admin-apps/network.yaml",
          "admin-apps/secrets.yaml",
          "admin-apps/authentik/access.yaml",
          "admin-apps/authentik/database.yaml",
          "admin-apps/authentik/network.yaml",
          "admin-apps/authentik/route.yaml",
          "admin-apps/authentik/secrets.yaml",
          "admin-apps/authentik/server.yaml",
          "admin-apps/authentik/worker.yaml",
          "admin-apps/open-webui/access.yaml",
          "admin-apps/open-webui/network.yaml",
          "admin-apps/open-webui/open-webui.yaml",
          "admin-apps/open-webui/route.yaml",
          "admin-apps/open-webui/secrets.yaml",
          "admin-apps/pipelines/access.yaml",
          "admin-apps/pipelines/network.yaml",
          "admin-apps/pipelines/pipelines.yaml",
          "admin-apps/pipelines/secrets.yaml");

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    Platform platform = new Platform(view.fleet(), view.cluster());
    return FILES.stream().map(file -> file.artifact(platform)).toList();
  }
}
