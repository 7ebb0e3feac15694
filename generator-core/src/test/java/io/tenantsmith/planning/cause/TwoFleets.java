package io.tenantsmith.planning.cause;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Request;
import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.TenantFacts;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.statement.Restated;
import io.tenantsmith.statement.Statement;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two states of a fleet as texts, and what each of its tenants renders to in mixes of them. */
final class TwoFleets {

  static final Contributors CONTRIBUTORS = new Contributors();

  private final Workspace before;
  private final Workspace after;
  private final InputPair inputs;
  private final OneTenant renderer;

  private TwoFleets(Workspace before, Workspace after, InputPair inputs) {
    this.before = before;
    this.after = after;
    this.inputs = inputs;
    this.renderer = new OneTenant(published(before), settled(after), CONTRIBUTORS);
  }

  /** The older state as the index of a tree remembers it. */
  private static OwnershipIndex published(Workspace workspace) {
    FleetRendering rendering = rendering(workspace);
    List<IndexLine> lines = new ArrayList<>();
    for (ResolvedTenant tenant : settled(workspace)) {
      lines.add(
          new IndexLine(
              TenantFacts.of(tenant).published(), rendering.tenant(tenant).facts("unknown")));
    }
    return new OwnershipIndex("tenantsmith", "", List.of(), lines, new TreeMap<>());
  }

  private static List<ResolvedTenant> settled(Workspace workspace) {
    Expansion expansion = new Expansion(workspace);
    return expansion.resolve().tenants().stream()
        .map(expansion::settle)
        .sorted(Comparator.comparing(ResolvedTenant::id))
        .toList();
  }

  private static FleetRendering rendering(Workspace workspace) {
    return new FleetRendering(
        new SettledFleet(
            Objects.requireNonNull(workspace.fleet()),
            settled(workspace),
            List.of(),
            OwnershipIndex.empty(),
            Request.Selection.ALL),
        CONTRIBUTORS);
  }

  /** Both states; empty if one of them has a mistake. */
  static Optional<TwoFleets> of(
      BoundTexts bound, SortedMap<String, String> before, SortedMap<String, String> after) {
    Optional<Workspace> old = bound.workspace(before).filter(TwoFleets::isInOrder);
    Optional<Workspace> now = bound.workspace(after).filter(TwoFleets::isInOrder);
    if (old.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    InputPair inputs =
        new InputPair(
            old.get(), now.get(), file -> Objects.equals(before.get(file), after.get(file)));
    return Optional.of(new TwoFleets(old.get(), now.get(), inputs));
  }

  static boolean isInOrder(Workspace workspace) {
    return RuleBook.judge(new Expansion(workspace).resolve()).stream()
        .noneMatch(Diagnostic::isError);
  }

  /** What is wrong with a state; for tests whose states are to be right. */
  static List<String> mistakes(BoundTexts bound, SortedMap<String, String> texts) {
    return bound
        .workspace(texts)
        .map(workspace -> RuleBook.judge(new Expansion(workspace).resolve()))
        .map(found -> found.stream().filter(Diagnostic::isError).map(Diagnostic::toString).toList())
        .orElse(List.of("a file does not follow its schema"));
  }

  InputPair inputs() {
    return inputs;
  }

  Causes causes(BaseFacts base) {
    return new Causes(inputs, renderer, base);
  }

  List<String> ids() {
    return after.tenants().stream()
        .filter(tenant -> inputs.before(id(tenant)).isPresent())
        .map(TwoFleets::id)
        .toList();
  }

  private static String id(Tenant tenant) {
    return tenant.id().orElseThrow().value();
  }

  List<TreeFile> filesBefore(String id) {
    return inputs.before(id).isEmpty() ? List.of() : files(before, id);
  }

  List<TreeFile> filesAfter(String id) {
    return inputs.after(id).isEmpty() ? List.of() : files(after, id);
  }

  /** A tenant of the inputs as a whole, where some statements are undone. */
  List<TreeFile> without(String id, Collection<Statement> undone) {
    return files(Restated.of(after, before, undone), id);
  }

  private List<TreeFile> files(Workspace workspace, String id) {
    Tenant stated =
        workspace.tenants().stream()
            .filter(tenant -> id(tenant).equals(id))
            .findFirst()
            .orElseThrow();
    ResolvedTenant tenant = renderer.settled(workspace, stated).orElseThrow();
    List<TreeFile> files = new ArrayList<>();
    renderer
        .render(tenant, Objects.requireNonNull(workspace.fleet()))
        .patched()
        .artifacts()
        .forEach(made -> files.add(new TreeFile(made.path().value(), made.objects(), made::text)));
    return files;
  }

  /** The files that tenants of a cluster share, with all that differs. */
  Representative shared(String cluster) {
    List<TreeFile> old = shared(before, cluster);
    List<TreeFile> now = shared(after, cluster);
    List<ObjectChange> objects = Difference.changes(Difference.matched(old, now));
    return new Representative(cluster, old, now, objects, Difference.files(old, now));
  }

  /** The same files of the inputs where some statements are undone. */
  List<TreeFile> sharedWithout(String cluster, Collection<Statement> undone) {
    return shared(Restated.of(after, before, undone), cluster);
  }

  private static List<TreeFile> shared(Workspace workspace, String cluster) {
    FleetRendering rendering = rendering(workspace);
    List<ClusterTenant> rendered = new ArrayList<>();
    for (ResolvedTenant tenant : settled(workspace)) {
      rendered.add(ClusterTenant.of(tenant, rendering.tenant(tenant).artifacts()));
    }
    String folder = cluster.isEmpty() ? "README.md" : "clusters/" + cluster + "/";
    return rendering.shared(rendered).stream()
        .filter(made -> made.path().value().startsWith(folder))
        .map(made -> new TreeFile(made.path().value(), made.objects(), made::text))
        .toList();
  }

  /** Names of the clusters that both states have. */
  List<String> clusters() {
    List<String> names = new ArrayList<>();
    for (Cluster cluster : Objects.requireNonNull(after.fleet()).clusters()) {
      String name = cluster.name().value();
      if (Objects.requireNonNull(before.fleet()).cluster(name).isPresent()) {
        names.add(name);
      }
    }
    return names;
  }

  /** A tenant with all that differs. */
  Representative representative(String id) {
    return representative(id, filesBefore(id));
  }

  /** The same with other files in the base. */
  Representative representative(String id, List<TreeFile> old) {
    List<TreeFile> now = filesAfter(id);
    List<MatchedObject> matched = Difference.matched(old, now);
    List<ObjectChange> objects = Difference.changes(matched);
    return new Representative(id, old, now, objects, Difference.files(old, now));
  }
}
