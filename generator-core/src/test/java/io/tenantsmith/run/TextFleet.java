package io.tenantsmith.run;

import io.tenantsmith.bind.Binder;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.schema.SchemaReport;
import io.tenantsmith.tier.Expansion;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fleet as texts in memory: edits of it are rendered without a folder. */
final class TextFleet {

  /** Pure, and compiling their templates costs more than rendering a small fleet. */
  private static final Contributors CONTRIBUTORS = new Contributors();

  private final YamlReader reader = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck();
  private final Binder binder = new Binder();
  private final Map<String, Object> bound = new HashMap<>();

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
  Optional<SortedMap<String, Artifact>> render(SortedMap<String, String> texts) {
    return settled(texts).map(settled -> artifacts(settled.fleet(), settled.tenants()));
  }

  /** A fleet without a mistake. */
  record Settled(Fleet fleet, List<ResolvedTenant> tenants) {}

  /** The same without rendering it. */
  Optional<Settled> settled(SortedMap<String, String> texts) {
    Workspace workspace = workspace(texts);
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

  private @Nullable Workspace workspace(SortedMap<String, String> texts) {
    Fleet fleet = null;
    List<Tier> tiers = new ArrayList<>();
    List<Template> templates = new ArrayList<>();
    List<Tenant> tenants = new ArrayList<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Object record = bound(file.getKey(), file.getValue());
      if (record instanceof Fleet each) {
        fleet = each;
      } else if (record instanceof Tier tier) {
        tiers.add(tier);
      } else if (record instanceof Template template) {
        templates.add(template);
      } else if (record instanceof Tenant tenant && tenant.complete()) {
        tenants.add(tenant);
      } else {
        return null;
      }
    }
    return fleet == null
        ? null
        : new Workspace(fleet, tiers, templates, tenants, "tenants", PublishedOutput.NONE);
  }

  /** The record of a file, or something that is none. */
  private Object bound(String file, String text) {
    return bound.computeIfAbsent(file + "\n" + text, key -> bind(file, text));
  }

  private Object bind(String file, String text) {
    Result<YamlDocument> read = reader.read(file, text.getBytes(StandardCharsets.UTF_8));
    YamlDocument document = read.value().orElse(null);
    if (document == null) {
      return "unreadable";
    }
    if (file.equals("fleet.yaml")) {
      return checked(document, SchemaKind.FLEET, binder::bindFleet);
    }
    if (file.startsWith("tiers/templates/")) {
      return checked(document, SchemaKind.TEMPLATE, binder::bindTemplate);
    }
    return file.startsWith("tiers/")
        ? checked(document, SchemaKind.TIER, binder::bindTier)
        : checked(document, SchemaKind.TENANT, binder::bindTenant);
  }

  private <T> Object checked(YamlDocument document, SchemaKind kind, Binding<T> binding) {
    SchemaReport report = schema.check(document, kind);
    Result<T> result = binding.of(document, report.faults());
    boolean wrong = report.with(result.diagnostics()).stream().anyMatch(Diagnostic::isError);
    return wrong ? "wrong" : result.value().<Object>map(value -> value).orElse("wrong");
  }

  /** How a document becomes a record. */
  private interface Binding<T> {
    Result<T> of(YamlDocument document, Faults faults);
  }
}
