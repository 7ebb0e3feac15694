package io.tenantsmith.render.platform;

import io.tenantsmith.model.Sourced;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;

/** Brings the files of a cluster's platform folder, except blueprints and kustomizations. */
public final class PlatformContributor implements ClusterContributor {

  private final ObjectTree trees = new ObjectTree();
  private final List<PlatformFile> files =
      List.of(
          new AdmissionFile(),
          new VolumePolicyFile(),
          new PriorityClassesFile(),
          new GatewayNamespaceFile(),
          new GatewayFile(),
          new CertificatesFile(),
          new UsageRulesFile(),
          new BackupFile(),
          new FloorNetworkFile(),
          new SecretStoreFile(),
          new AuthentikAccessFile(),
          new AuthentikDatabaseFile(),
          new AuthentikNetworkFile(),
          new AuthentikRouteFile(),
          new AuthentikSecretsFile(),
          new AuthentikServerFile(),
          new AuthentikWorkerFile(),
          new OpenWebUiAccessFile(),
          new OpenWebUiFile(),
          new OpenWebUiNetworkFile(),
          new OpenWebUiRouteFile(),
          new OpenWebUiSecretsFile(),
          new PipelinesAccessFile(),
          new PipelinesFile(),
          new PipelinesNetworkFile(),
          new PipelinesSecretsFile());

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    return files.stream()
        .map(file -> view.one(part -> artifact(file, new Platform(part.fleet(), part.cluster()))))
        .toList();
  }

  private Artifact artifact(PlatformFile file, Platform platform) {
    Sourced<String> name = platform.cluster().name();
    RelativePath path = Layout.platform(name.value());
    for (String segment : file.path().split("/", -1)) {
      path = path.resolve(segment);
    }
    return new Manifest(path, name.range().file(), trees.of(file.objects(platform)))
        .written(YamlWriter::write);
  }
}
