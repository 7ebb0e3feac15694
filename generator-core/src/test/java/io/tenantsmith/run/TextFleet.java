package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.tier.Expansion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fleet as texts in memory: edits of it are rendered without a folder. */
final class TextFleet {

  /** Pure, and compiling their templates costs more than rendering a small fleet. */
  private static final Contributors CONTRIBUTORS = new Contributors();

  private final BoundTexts texts = new BoundTexts();

  /** The input files of a folder with their texts. */
  static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("fleet.yaml", Files.readString(folder.resolve("fleet.yaml")));
    for (String below : List.of("tenants", "tiers")) {
      try (Stream<Path> files = Files.walk(folder.resolve(below))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** Everything that is rendered, by path; empty if something in the inputs is wrong. */
  Optional<SortedMap<String, Artifact>> render(SortedMap<String, String> inputs) {
    return settled(inputs).map(settled -> artifacts(settled.fleet(), settled.tenants()));
  }

  /** A fleet without a mistake. */
  record Settled(Fleet fleet, List<ResolvedTenant> tenants) {}

  /** The same without rendering it. */
  Optional<Settled> settled(SortedMap<String, String> inputs) {
    Workspace workspace = texts.workspace(inputs).orElse(null);
    if (workspace == null) {
      return Optional.empty();
    }
    Expansion expansion = new Expansion(workspace);
    Resolution resolution = expansion.resolve();
    if (RuleBook.judge(resolution).stream().anyMatch(Diagnostic::isError)) {
      return Optional.empty();
    }
    List<ResolvedTenant> tenants = new ArrayList<>();
    for (EffectiveTenant tenant : resolution.tenants()) {
      tenants.add(expansion.settle(tenant));
    }
    tenants.sort(Comparator.comparing(ResolvedTenant::id));
    return Optional.of(new Settled(Objects.requireNonNull(workspace.fleet()), tenants));
  }

  /** The files of one tenant. */
  static List<Artifact> artifacts(Fleet fleet, ResolvedTenant tenant) {
    ArtifactSet set = new ArtifactSet();
    CONTRIBUTORS.ofTenant(tenant.state()).forEach(c -> set.add(c, tenant, fleet));
    return set.artifacts();
  }

  private static SortedMap<String, Artifact> artifacts(Fleet fleet, List<ResolvedTenant> tenants) {
    SortedMap<String, Artifact> artifacts = new TreeMap<>();
    for (Cluster cluster : fleet.clusters()) {
      List<ResolvedTenant> own =
          tenants.stream()
              .filter(t -> t.cluster().name().value().equals(cluster.name().value()))
              .toList();
      ClusterView view = viewOf(fleet, cluster, own, artifacts);
      ArtifactSet set = new ArtifactSet();
      CONTRIBUTORS.ofCluster().forEach(contributor -> set.add(contributor, view));
      keep(set, artifacts);
    }
    ArtifactSet set = new ArtifactSet();
    CONTRIBUTORS.ofFleet().forEach(contributor -> set.add(contributor, fleet));
    keep(set, artifacts);
    return artifacts;
  }

  /** Renders the tenants of a cluster and tells what its contributors see of them. */
  private static ClusterView viewOf(
      Fleet fleet,
      Cluster cluster,
      List<ResolvedTenant> own,
      SortedMap<String, Artifact> artifacts) {
    List<ClusterTenant> views = new ArrayList<>();
    for (ResolvedTenant tenant : own) {
      List<Artifact> files = artifacts(fleet, tenant);
      files.forEach(artifact -> artifacts.put(artifact.path().value(), artifact));
      views.add(ClusterTenant.of(tenant, files));
    }
    return new ClusterView(
        fleet, cluster, own.stream().map(ResolvedTenant::id).toList(), List.copyOf(views));
  }

  private static void keep(ArtifactSet set, SortedMap<String, Artifact> artifacts) {
    set.artifacts().forEach(artifact -> artifacts.put(artifact.path().value(), artifact));
  }
}
