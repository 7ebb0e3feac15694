package io.tenantsmith.render.sync;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import io.tenantsmith.model.FleetServices.ContentModel;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterOperator;
import io.tenantsmith.render.FleetContributor;
import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.ForeignSeries;
import io.tenantsmith.render.HandMadeSecret;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.PlatformObjects;
import io.tenantsmith.render.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders README.md: how a cluster is started and what it must provide, for people who find the
 * tree.
 */
public final class ReadmeContributor implements FleetContributor {

  private static final TextFile INTRODUCTION = text("introduction.md");
  private static final TextFile CLUSTER = text("cluster.md");
  private static final TextFile START = text("start.md");
  private static final TextFile START_BY_HAND = text("start-by-hand.md");
  private static final TextFile FLUX = text("flux.md");
  private static final TextFile ARGO_CD = text("argocd.md");
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
    Map<String, String> values = new TreeMap<>();
    values.put("cluster", cluster.name().value());
    values.put("region", cluster.region().value());
    values.put("start", start(fleet, cluster));
    values.put("tools", tools(fleet, cluster));
    values.put("namespaces", String.join(", ", namespaces(fleet, cluster)));
    values.put("sharedClass", cluster.storageClasses().shared());
    values.put("singleClass", cluster.storageClasses().single());
    values.put("snapshotClass", cluster.storageClasses().snapshot());
    values.put("bucket", cluster.backup().bucket());
    values.putAll(needs(fleet, cluster));
    values.putAll(apiServer(fleet, cluster));
    String vault =
        fleet.services().secrets().vault().map(v -> "\n" + vault(fleet, cluster, v)).orElse("");
    return CLUSTER.filled(values) + "\n" + secrets(fleet, cluster) + vault;
  }

  /** What is to be known of the sync tools that the cluster may have. */
  private static String tools(Fleet fleet, Cluster cluster) {
    StringBuilder tools = new StringBuilder();
    if (fleet.isSyncedBy(SyncTool.FLUX, cluster)) {
      tools.append(FLUX.filled(Map.of("cluster", cluster.name().value())));
    }
    if (fleet.isSyncedBy(SyncTool.ARGOCD, cluster)) {
      tools.append(ARGO_CD.text());
    }
    return tools.toString();
  }

  /** Namespaces with objects of ours that nothing here makes. */
  private static SortedSet<String> namespaces(Fleet fleet, Cluster cluster) {
    SortedSet<String> made = new TreeSet<>();
    SortedSet<String> used = new TreeSet<>();
    for (KindInUse kind : SyncedKinds.ofPlatform(fleet, cluster)) {
      (kind.isClusterScoped() ? made : used)
          .add("`" + (kind.isClusterScoped() ? kind.name() : kind.namespace()) + "`");
    }
    if (fleet.isSyncedBy(SyncTool.FLUX, cluster)) {
      used.add("`flux-system`");
    }
    if (fleet.isSyncedBy(SyncTool.ARGOCD, cluster)) {
      used.add("`argocd`");
    }
    used.removeAll(made);
    return used;
  }

  /** What is selected, watched or called outside of the output. */
  private static Map<String, String> needs(Fleet fleet, Cluster cluster) {
    List<String> addresses = cluster.dns().addresses();
    return Map.of(
        "operators",
        rows(
            ClusterOperator.of(fleet, cluster),
            operator ->
                List.of(
                    operator.name(),
                    "`" + String.join("`, `", operator.apis()) + "`",
                    operator.settings())),
        "pods",
        rows(
                ForeignPods.of(fleet, cluster),
                pods -> List.of(pods.namespace(), "`" + pods.selector() + "`", pods.what()))
            + model(fleet),
        "series",
        rows(
            series(fleet, cluster),
            series -> List.of("`" + series.prefix() + "_*`", series.source())),
        "addresses",
        addresses.isEmpty()
            ? ""
            : "\nName servers answer at " + String.join(", ", addresses) + ", too.\n");
  }

  /** The pods of a language model in the cluster, whose labels nobody states. */
  private static String model(Fleet fleet) {
    return rows(
        fleet.services().contentModel().flatMap(ContentModel::namespace).stream().toList(),
        namespace -> List.of(namespace, "every pod", "the language model of content automation"));
  }

  private static List<ForeignSeries> series(Fleet fleet, Cluster cluster) {
    List<ForeignSeries> series = new ArrayList<>(ForeignSeries.ALL);
    if (fleet.isSyncedBy(SyncTool.FLUX, cluster) || fleet.isSyncedBy(SyncTool.ARGOCD, cluster)) {
      series.add(0, ForeignSeries.SYNC);
    }
    return series;
  }

  /** How the API server knows the groups that role bindings name. */
  private static Map<String, String> apiServer(Fleet fleet, Cluster cluster) {
    String prefix = fleet.identity().groupsPrefix();
    return Map.of(
        "login",
        cluster.identityHost().value().value(),
        "kubectl",
        PlatformObjects.KUBECTL_CLIENT,
        "usersPrefix",
        prefix.isEmpty() ? "-" : prefix,
        "groupsPrefix",
        prefix);
  }

  private static <T> String rows(List<T> items, Function<T, List<String>> cells) {
    return items.stream()
        .map(item -> "| " + String.join(" | ", cells.apply(item)) + " |\n")
        .collect(Collectors.joining());
  }

  private static String start(Fleet fleet, Cluster cluster) {
    String name = cluster.name().value();
    List<String> commands = new ArrayList<>();
    String command = "    kubectl apply -f clusters/" + name + "/bootstrap/";
    if (fleet.isSyncedBy(SyncTool.FLUX, cluster)) {
      commands.add(command + "flux.yaml      # Flux 2.9 or newer\n");
    }
    if (fleet.isSyncedBy(SyncTool.ARGOCD, cluster)) {
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
    List<List<String>> rows = new ArrayList<>();
    if (fleet.isSyncedBy(SyncTool.FLUX, cluster)) {
      rows.add(List.of("flux-system", "fleet-git", "Git credentials, Flux only"));
    }
    if (fleet.isSyncedBy(SyncTool.ARGOCD, cluster)) {
      rows.add(
          List.of(
              "argocd",
              "fleet-git",
              "url, username and password, with label `argocd.argoproj.io/secret-type: repository`,"
                  + " Argo CD only"));
    }
    for (HandMadeSecret secret : HandMadeSecret.of(fleet, cluster)) {
      boolean each = secret.name().contains(HandMadeSecret.TENANT);
      rows.add(
          List.of(
              secret.namespace(), secret.name() + (each ? ", one a tenant" : ""), secret.keys()));
    }
    BackupStore backup = cluster.backup();
    if (fleet.services().secrets().asksForVault() && !backup.sharesKeys()) {
      rows.add(
          List.of(
              "the vault",
              "backup-s3, one a tenant, see below",
              HandMadeSecret.bucketKeys(backup)));
    }
    return SECRETS.filled(Map.of("rows", rows(rows, row -> row)));
  }

  private static String vault(Fleet fleet, Cluster cluster, FleetServices.Vault vault) {
    boolean shared = cluster.backup().sharesKeys();
    String put =
        "    vault kv put -mount=" + vault.path() + " \"$namespace/backup-s3\" @backup-s3.json\n";
    return VAULT.filled(
        Map.of(
            "server", vault.server(),
            "path", vault.path(),
            "mount", vault.authMount(),
            "policy", policy(vault, shared),
            "put", shared ? "" : put,
            "namespacePrefix", fleet.namespacePrefix().value()));
  }

  /** What the platform's role may write: what is made, or handed on, for tenants. */
  private static String policy(FleetServices.Vault vault, boolean sharesKeys) {
    List<String> written = new ArrayList<>(List.of("oidc-*", "content-bot", "mail"));
    if (sharesKeys) {
      written.add("backup-s3");
    }
    return Stream.of("data", "metadata")
        .flatMap(engine -> written.stream().map(name -> vault.path() + "/" + engine + "/+/" + name))
        .map(path -> "path \"" + path + "\" {capabilities = [\"create\", \"read\", \"update\"]}")
        .map(line -> "      '" + line + "'")
        .collect(Collectors.joining(" \\\n"));
  }

  private static TextFile text(String name) {
    return TextFile.beside(ReadmeContributor.class, "readme/" + name);
  }
}
