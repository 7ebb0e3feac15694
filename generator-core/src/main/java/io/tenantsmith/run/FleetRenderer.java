package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Planner;
import io.tenantsmith.output.SharedFiles;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ObjectRef;
import io.tenantsmith.steps.StepHistory;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stages 6 and 7 in turn: every tenant is rendered, inspected, compared and dropped; across tenants
 * only names and numbers are kept. Tenants are rendered on several threads and compared by the
 * caller's, one after the other in their order.
 */
public final class FleetRenderer {

  private final SettledFleet settled;
  private final Contributors contributors;
  private final Progress progress;
  private final int threads;
  private final InputDigest inputs;

  /** A renderer of the selected part of a fleet on one thread. */
  public FleetRenderer(SettledFleet settled, Progress progress) {
    this(settled, new Contributors(), progress, 1);
  }

  /**
   * A renderer with existing contributors, since making them compiles their templates.
   *
   * @param threads how many tenants may be rendered at a time
   */
  public FleetRenderer(
      SettledFleet settled, Contributors contributors, Progress progress, int threads) {
    this.settled = settled;
    this.contributors = contributors;
    this.progress = progress;
    this.threads = threads;
    this.inputs = new InputDigest();
  }

  /** Renders the selected tenants into a planner, where nobody knows commits. */
  public ComparedFleet into(Planner planner) throws IOException {
    return into(planner, StepHistory.UNKNOWN);
  }

  /**
   * Renders the selected tenants into a planner.
   *
   * @param history of what the planner compares with
   */
  public ComparedFleet into(Planner planner, StepHistory history) throws IOException {
    Fold fold = new Fold();
    StepPlans steps = new StepPlans(settled.fleet(), settled.published().tenants(), history);
    // to be asked before the planner compares a tenant
    StepPlans.Former former = id -> TenantObjects.read(planner.former(id));
    List<ResolvedTenant> selected = settled.selected();
    try (RenderQueue<ResolvedTenant, ReadyTenant> queue = queue(selected, planner)) {
      for (int tenants = 1; tenants <= selected.size(); tenants++) {
        ReadyTenant ready = queue.next();
        fold.add(ready.rendered());
        steps.add(ready.rendered(), former);
        planner.tenant(ready.folder(planner));
        progress.at("rendering", tenants, selected.size());
      }
    }
    List<Artifact> files = rendering().shared(fold.rendered);
    files.forEach(fold::add);
    if (!settled.isPartial()) {
      steps.addGone(settled.tenants(), former);
    }
    return fold.compared(planner.finish(sharedFiles(files)), files, steps.all());
  }

  private RenderQueue<ResolvedTenant, ReadyTenant> queue(
      List<ResolvedTenant> selected, Planner planner) {
    return new RenderQueue<>(
        () -> {
          FleetRendering rendering = rendering();
          return tenant -> ReadyTenant.of(rendering.tenant(tenant), planner);
        },
        selected,
        threads);
  }

  private FleetRendering rendering() {
    return new FleetRendering(settled, contributors);
  }

  /**
   * Renders the selected tenants and keeps them in memory: for a few tenants, not for thousands.
   */
  public List<RenderedTenant> inMemory() {
    Fold fold = new Fold();
    FleetRendering rendering = rendering();
    List<RenderedTenant> all = settled.selected().stream().map(rendering::tenant).toList();
    all.forEach(fold::add);
    return all;
  }

  private SharedFiles sharedFiles(List<Artifact> artifacts) {
    String last = settled.published().input();
    boolean keepsInput = settled.isPartial() && !last.isEmpty();
    return new SharedFiles(
        Tool.nameAndVersion(),
        keepsInput ? last : inputs.ofAll(settled.fleet(), settled.tenants()),
        settled.wavesOfTheTree(),
        artifacts.stream().map(OutputFile::of).toList());
  }

  /** What is remembered across tenants. */
  private static final class Fold {

    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<ClusterTenant> rendered = new ArrayList<>();
    private final Set<ObjectRef> outside = new HashSet<>();
    private int objects;
    private int files = 1; // index.json

    void add(RenderedTenant rendered) {
      rendered.artifacts().forEach(this::add);
      files++; // tenant.json
      findings.addAll(rendered.findings());
      for (Artifact artifact : rendered.artifacts()) {
        artifact.objects().forEach(object -> own(object.ref(), rendered.tenant()));
      }
      this.rendered.add(ClusterTenant.of(rendered.tenant(), rendered.artifacts()));
    }

    void add(Artifact artifact) {
      files++;
      objects += artifact.objects().size();
    }

    /** Names in a tenant's own namespace cannot collide with another's; all others could. */
    private void own(ObjectRef object, ResolvedTenant tenant) {
      if (!object.namespace().equals(tenant.namespace()) && !outside.add(object)) {
        throw new IllegalStateException("two tenants own " + object.display());
      }
    }

    ComparedFleet compared(Plan plan, List<Artifact> shared, List<StepPlan> steps) {
      Set<RelativePath> paths = new HashSet<>();
      shared.forEach(artifact -> paths.add(artifact.path()));
      return new ComparedFleet(plan, findings, objects, files, paths, steps);
    }
  }
}
