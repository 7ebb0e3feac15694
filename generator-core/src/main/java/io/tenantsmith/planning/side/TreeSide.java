package io.tenantsmith.planning.side;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.WrittenFiles;
import io.tenantsmith.patch.StandingPatches;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.Side;
import io.tenantsmith.planning.SideTenant;
import io.tenantsmith.planning.TenantAmounts;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.Manifests;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tree that is published or lies in the output folder, as one side of a plan. A file with the
 * bytes that are rendered anew, of the inputs of now or of those of the tree, holds the objects
 * that were rendered: only what neither of them gives back is parsed.
 */
public final class TreeSide implements Side {

  private static final String FACTS = "tenant.json";

  private final WrittenFiles files;
  private final RenderedSide now;
  private final @Nullable RenderedSide old;
  private final Manifests reader = new Manifests();
  private final TreeMap<String, IndexLine> lines = new TreeMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * A side of a tree.
   *
   * @param now the other side, whose selection is this one's, too
   * @param old what the tree's inputs render to; null if they are not known
   */
  TreeSide(CurrentTree tree, RenderedSide now, @Nullable RenderedSide old) {
    this.files = new WrittenFiles(tree);
    this.now = now;
    this.old = old;
    tree.index().lines().stream()
        .filter(line -> isSelected(line.tenant()))
        .forEach(line -> lines.put(line.id(), line));
  }

  private boolean isSelected(PublishedTenant tenant) {
    Request.Selection selection = now.settled().selection();
    return selection.onlyTenant().map(tenant.id().value()::equals).orElse(true)
        && selection.onlyCluster().map(tenant.cluster()::equals).orElse(true);
  }

  @Override
  public SortedSet<String> ids() {
    return Collections.unmodifiableSortedSet(lines.navigableKeySet());
  }

  @Override
  public Optional<ResolvedTenant> inputs(String id) {
    return Optional.ofNullable(old).flatMap(side -> side.inputs(id));
  }

  /** Whether the other side renders every byte of it. */
  @Override
  public boolean isSame(String id, Side other) throws IOException {
    IndexLine line = lines.get(id);
    return line != null
        && other instanceof RenderedSide rendered
        && rendered.ids().contains(id)
        && isMadeOf(files.tenant(line), Peers.artifacts(rendered, id));
  }

  private static boolean isMadeOf(
      SortedMap<RelativePath, byte[]> files, Map<RelativePath, Artifact> artifacts) {
    int equal = 0;
    for (Map.Entry<RelativePath, byte[]> file : files.entrySet()) {
      boolean isFacts = file.getKey().name().equals(FACTS);
      if (!isFacts && !Peers.isOf(artifacts.get(file.getKey()), file.getValue())) {
        return false;
      }
      equal += isFacts ? 0 : 1;
    }
    return equal == artifacts.size();
  }

  @Override
  public SideTenant tenant(String id) throws IOException {
    IndexLine line = line(id);
    Peers peers = new Peers(id, now, old);
    SortedMap<RelativePath, byte[]> written = files.tenant(line);
    byte[] list = written.get(WrittenFiles.folder(line).resolve(StandingKustomization.FILE));
    List<Patch> patches = list == null ? List.of() : StandingKustomization.patches(reader, list);
    List<TreeFile> all = new ArrayList<>();
    for (Map.Entry<RelativePath, byte[]> file : written.entrySet()) {
      if (!file.getKey().name().equals(FACTS)) {
        List<KubernetesObject> objects = objects(peers, file.getKey(), file.getValue());
        all.add(file(file.getKey(), file.getValue(), StandingPatches.applied(objects, patches)));
      }
    }
    PublishedTenant tenant = line.tenant();
    return new SideTenant(id, tenant.tier(), tenant.cluster(), all, amounts(line));
  }

  private Amounts amounts(IndexLine line) {
    Optional<ResolvedTenant> priced = inputs(line.id()).or(() -> ofTier(line.tenant().tier()));
    return line.rendered()
        .map(facts -> TenantAmounts.of(facts.objects(), facts.requests(), priced))
        .orElse(Amounts.NONE);
  }

  /** Where the inputs of the tree are not known, a tier costs what it costs now. */
  private Optional<ResolvedTenant> ofTier(String tier) {
    return now.ids().stream()
        .flatMap(id -> now.inputs(id).stream())
        .filter(tenant -> tenant.tier().equals(tier))
        .findFirst();
  }

  @Override
  public Optional<PublishedTenant> published(String id) {
    return Optional.ofNullable(lines.get(id)).map(IndexLine::tenant);
  }

  @Override
  public TenantObjects objects(String id) throws IOException {
    Map<String, byte[]> byName = new TreeMap<>();
    files.tenant(line(id)).forEach((path, content) -> byName.put(path.name(), content));
    return TenantObjects.read(byName);
  }

  /** Of a part, what the other side does not render is left out. */
  @Override
  public List<TreeFile> shared(Predicate<RelativePath> wanted) throws IOException {
    Set<String> part = new HashSet<>();
    boolean isPartial = now.settled().isPartial();
    if (isPartial) {
      now.shared().forEach(file -> part.add(file.path()));
    }
    List<TreeFile> all = new ArrayList<>();
    for (Map.Entry<RelativePath, byte[]> file : files.shared().entrySet()) {
      if (wanted.test(file.getKey()) && (!isPartial || part.contains(file.getKey().value()))) {
        all.add(file(file.getKey(), file.getValue(), parsed(file.getKey(), file.getValue())));
      }
    }
    return StartingFiles.withoutWhatOthersOwn(all);
  }

  @Override
  public boolean isEdited(String path) {
    try {
      return RelativePath.isValid(path) && files.isEdited(RelativePath.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private IndexLine line(String id) {
    IndexLine line = lines.get(id);
    if (line == null) {
      throw new IllegalArgumentException("no tenant " + id);
    }
    return line;
  }

  private List<KubernetesObject> objects(Peers peers, RelativePath path, byte[] content) {
    return peers.objects(path, content).orElseGet(() -> parsed(path, content));
  }

  private static TreeFile file(RelativePath path, byte[] content, List<KubernetesObject> objects) {
    return new TreeFile(path.value(), objects, () -> new String(content, UTF_8));
  }

  private List<KubernetesObject> parsed(RelativePath path, byte[] content) {
    return reader
        .read(path.name(), content)
        .orElseGet(
            () -> {
              diagnostics.add(unreadable(path));
              return List.of();
            });
  }

  private static Diagnostic unreadable(RelativePath path) {
    return Diagnostic.warning(
            Code.PLN985,
            SourceRange.ofFile(path.value()),
            "this file of the base is no list of objects, so all that is rendered there is new")
        .withHint("it was edited by hand; restore it from Git");
  }
}
