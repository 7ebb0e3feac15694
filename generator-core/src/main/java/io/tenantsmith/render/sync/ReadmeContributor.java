package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.FleetContributor;
import io.tenantsmith.render.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders README.md: how a cluster is started and what it must provide, for people who find the
 * tree.
 */
public final class ReadmeContributor implements FleetContributor {

  private static final TextFile INTRODUCTION = text("introduction.md");
  private static final TextFile CLUSTER = text("cluster.md");
  private static final TextFile START = text("start.md");
  private static final TextFile START_BY_HAND = text("start-by-hand.md");
  private static final TextFile SECRETS = text("secrets.md");
  private static final TextFile VAULT = text("vault.md");

  @Override
  public List<Artifact> contribute(Fleet fleet) {
    String introduction =
        INTRODUCTION.filled(
            Map.of("fleet", fleet.name().value(), "file", fleet.name().range().file()));
    String clusters =
        fleet.clusters().stream()
            .map(cluster -> "\n" + section(fleet, cluster))
            .collect(Collectors.joining());
    return List.of(new Artifact(RelativePath.of("README.md"), introduction + clusters, List.of()));
  }

  private static String section(Fleet fleet, Cluster cluster) {
    String needs =
        CLUSTER.filled(
            Map.of(
                "cluster", cluster.name().value(),
                "region", cluster.region().value(),
                "start", start(fleet, cluster),
                "gatewayClass", cluster.gateway().className().value(),
                "sharedClass", cluster.storageClasses().shared(),
                "singleClass", cluster.storageClasses().single(),
                "snapshotClass", cluster.storageClasses().snapshot()));
    String vault = fleet.services().secrets().vault().map(v -> "\n" + vault(fleet, v)).orElse("");
    return needs + "\n" + secrets(fleet, cluster) + vault;
  }

  private static String start(Fleet fleet, Cluster cluster) {
    String name = cluster.name().value();
    List<String> commands = new ArrayList<>();
    String command = "    kubectl apply -f clusters/" + name + "/bootstrap/";
    if (SyncSource.ofFlux(fleet, cluster).isPresent()) {
      commands.add(command + "flux.yaml      # Flux 2.9 or newer\n");
    }
    if (SyncSource.ofArgoCd(fleet, cluster).isPresent()) {
      commands.add(command + "argocd.yaml    # Argo CD 3.5 or newer\n");
    }
    if (commands.isEmpty()) {
      return START_BY_HAND.filled(Map.of("cluster", name));
    }
    return START.filled(
        Map.of(
            "cluster",
            name,
            "one",
            commands.size() == 1 ? "this" : "one of these",
            "branch",
            fleet.publish().branch().value(),
            "commands",
            String.join("", commands)));
  }

  private static String secrets(Fleet fleet, Cluster cluster) {
    return SECRETS.filled(
        Map.of(
            "flux",
            SyncSource.ofFlux(fleet, cluster).isPresent()
                ? "| flux-system | fleet-git | Git credentials, Flux only |\n"
                : "",
            "gatewayNamespace",
            cluster.gateway().namespace(),
            "domain",
            cluster.domain().value().value(),
            "backup",
            fleet.services().secrets().asksForVault()
                ? "the vault | backup-s3, one a tenant, see below"
                : "admin-apps | backup-s3-<tenant_id>, one a tenant"));
  }

  private static String vault(Fleet fleet, FleetServices.Vault vault) {
    return VAULT.filled(
        Map.of(
            "server", vault.server(),
            "path", vault.path(),
            "mount", vault.authMount(),
            "namespacePrefix", fleet.namespacePrefix().value()));
  }

  private static TextFile text(String name) {
    return TextFile.beside(ReadmeContributor.class, "readme/" + name);
  }
}
