package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.inspection.Inspection;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.RenderedTree;
import io.tenantsmith.output.TenantFacts;
import io.tenantsmith.output.TenantFolder;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.ObjectRef;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.StrictFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stage 6: renders a settled fleet, one tenant at a time. */
final class FleetTree implements RenderedTree {

  private final SettledFleet settled;
  private final Contributors contributors;
  private final Progress progress;
  private final Meaning meaning;
  private final TenantKinds kinds;
  private final Inspection inspection;
  private final Patching patching = new Patching(new StrictFields()::problems);
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private @Nullable List<OutputFile> rootFiles;
  private int rootObjects;
  private int tenantObjects;
  private int tenantFiles;

  FleetTree(SettledFleet settled, Contributors contributors, Progress progress) {
    this.settled = settled;
    this.contributors = contributors;
    this.progress = progress;
    this.meaning = new Meaning();
    this.kinds = new TenantKinds(settled.fleet());
    this.inspection = new Inspection(settled.fleet(), settled.tenants());
  }

  @Override
  public String inputDigest() {
    return meaning.ofAll(settled.fleet(), settled.tenants());
  }

  @Override
  public String tool() {
    return Tool.nameAndVersion();
  }

  @Override
  public boolean isPartial() {
    return settled.isPartial();
  }

  @Override
  public void forEachTenant(FolderVisitor visitor) throws IOException {
    List<ResolvedTenant> selected = settled.selected();
    Set<ObjectRef> shared = new HashSet<>();
    diagnostics.clear();
    tenantObjects = 0;
    tenantFiles = 0;
    int done = 0;
    for (ResolvedTenant tenant : selected) {
      TenantFolder folder = render(tenant, shared);
      tenantFiles += folder.files().size();
      visitor.visit(folder);
      done++;
      progress.at("rendering", done, selected.size());
    }
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  @Override
  public List<OutputFile> rootFiles() {
    List<OutputFile> files = rootFiles;
    if (files == null) {
      files = renderRoot();
      rootFiles = files;
    }
    return files;
  }

  /** Whether a file is among those that belong to no tenant. */
  boolean holdsRootFile(RelativePath path) {
    return rootFiles().stream().anyMatch(file -> file.path().equals(path));
  }

  /** Objects of everything rendered so far. */
  int objects() {
    return rootObjects + tenantObjects;
  }

  /** Files of everything rendered so far, index.json included. */
  int files() {
    return rootFiles().size() + tenantFiles + 1;
  }

  /** All that is asked for at once: for a few tenants, not for a fleet of thousands. */
  List<Rendition.TenantFiles> inMemory() {
    Set<ObjectRef> shared = new HashSet<>();
    diagnostics.clear();
    return settled.selected().stream().map(tenant -> inMemory(tenant, shared)).toList();
  }

  private Rendition.TenantFiles inMemory(ResolvedTenant tenant, Set<ObjectRef> shared) {
    List<Artifact> artifacts = owned(tenant, shared);
    Patching.Patched patched = patching.of(tenant, artifacts);
    diagnostics.addAll(judge(tenant, patched));
    SortedMap<String, String> files = new TreeMap<>();
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      files.put(artifact.path().relativeTo(Layout.tenant(tenant)).value(), artifact.text());
    }
    for (Artifact artifact : patched.artifacts()) {
      artifact.objects().forEach(object -> objects.add(object.tree()));
    }
    return new Rendition.TenantFiles(tenant.id().value(), tenant.namespace(), files, objects);
  }

  private TenantFolder render(ResolvedTenant tenant, Set<ObjectRef> shared) {
    List<Artifact> artifacts = owned(tenant, shared);
    diagnostics.addAll(judge(tenant, patching.of(tenant, artifacts)));
    return TenantFacts.folder(tenant, Layout.tenant(tenant), artifacts, meaning.ofTenant(tenant));
  }

  private List<Artifact> owned(ResolvedTenant tenant, Set<ObjectRef> shared) {
    List<Artifact> artifacts = artifacts(tenant);
    for (Artifact artifact : artifacts) {
      artifact.objects().forEach(object -> own(object.ref(), tenant, shared));
    }
    return artifacts;
  }

  /** What is wrong with tenants that carry patches. */
  List<Diagnostic> patchMistakes() {
    return settled.selected().stream()
        .filter(Patching::concerns)
        .flatMap(tenant -> judge(tenant, patching.of(tenant, artifacts(tenant))).stream())
        .toList();
  }

  private List<Diagnostic> judge(ResolvedTenant tenant, Patching.Patched patched) {
    List<Diagnostic> found = new ArrayList<>(patched.diagnostics());
    found.addAll(inspection.of(tenant, patched.artifacts()));
    return found;
  }

  private List<Artifact> artifacts(ResolvedTenant tenant) {
    ArtifactSet set = new ArtifactSet();
    for (TenantContributor contributor : contributors.ofTenant(tenant.state())) {
      set.add(contributor, tenant, settled.fleet());
    }
    kinds.add(tenant, set);
    return set.artifacts();
  }

  /** Names in a tenant's own namespace can not meet another's; all others could. */
  private void own(ObjectRef object, ResolvedTenant tenant, Set<ObjectRef> shared) {
    tenantObjects++;
    if (!object.namespace().equals(tenant.namespace()) && !shared.add(object)) {
      throw new IllegalStateException("two tenants own " + object.display());
    }
  }

  private List<OutputFile> renderRoot() {
    List<OutputFile> files = new ArrayList<>();
    for (Cluster cluster : settled.selectedClusters()) {
      ArtifactSet set = new ArtifactSet();
      ClusterView view = view(cluster);
      for (ClusterContributor contributor : contributors.ofCluster()) {
        set.add(contributor, view);
      }
      set.artifacts().forEach(artifact -> addRoot(artifact, files));
    }
    ArtifactSet ofFleet = new ArtifactSet();
    contributors.ofFleet().forEach(contributor -> ofFleet.add(contributor, settled.fleet()));
    ofFleet.artifacts().forEach(artifact -> addRoot(artifact, files));
    files.sort(Comparator.comparing(OutputFile::path));
    return List.copyOf(files);
  }

  private void addRoot(Artifact artifact, List<OutputFile> files) {
    rootObjects += artifact.objects().size();
    files.add(new OutputFile(artifact.path(), artifact.text().getBytes(StandardCharsets.UTF_8)));
  }

  private ClusterView view(Cluster cluster) {
    return new ClusterView(
        settled.fleet(),
        cluster,
        tenantsOf(cluster),
        settled.selected().stream()
            .filter(tenant -> isOn(cluster, tenant))
            .map(ClusterTenant::of)
            .toList(),
        kindsOf(cluster),
        kinds.readsOf(cluster.name().value()));
  }

  /** Also of tenants that this run leaves out: what they have must stay allowed. */
  private List<KindInUse> kindsOf(Cluster cluster) {
    for (ResolvedTenant tenant : settled.tenants()) {
      if (isOn(cluster, tenant) && !kinds.knows(tenant)) {
        artifacts(tenant);
      }
    }
    return kinds.of(cluster.name().value());
  }

  private static boolean isOn(Cluster cluster, ResolvedTenant tenant) {
    return tenant.cluster().name().value().equals(cluster.name().value());
  }

  /** Of a partial run: those that are rendered now and those that the output holds already. */
  private List<TenantId> tenantsOf(Cluster cluster) {
    String name = cluster.name().value();
    Set<TenantId> ids = new TreeSet<>();
    settled.selected().stream()
        .filter(tenant -> isOn(cluster, tenant))
        .forEach(tenant -> ids.add(tenant.id()));
    if (isPartial()) {
      settled.previous().stream()
          .filter(tenant -> tenant.cluster().equals(name))
          .map(PublishedTenant::id)
          .forEach(ids::add);
    }
    return List.copyOf(ids);
  }
}
