package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Planner;
import io.tenantsmith.output.SharedFiles;
import io.tenantsmith.output.TenantFacts;
import io.tenantsmith.output.TenantFolder;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.Layout;
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
 * only names and numbers are kept.
 */
public final class FleetRenderer {

  private final SettledFleet settled;
  private final Progress progress;
  private final FleetRendering rendering;
  private final InputDigest inputs;

  /** A renderer of the selected part of a fleet. */
  public FleetRenderer(SettledFleet settled, Progress progress) {
    this(settled, progress, new Contributors());
  }

  /** A renderer with existing contributors, since making them compiles their templates. */
  public FleetRenderer(SettledFleet settled, Progress progress, Contributors contributors) {
    this.settled = settled;
    this.progress = progress;
    this.rendering = new FleetRendering(settled, contributors);
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
    for (ResolvedTenant tenant : selected) {
      RenderedTenant rendered = rendering.tenant(tenant);
      fold.add(rendered);
      steps.add(rendered, former);
      planner.tenant(folder(rendered, planner));
      progress.at("rendering", fold.tenants, selected.size());
    }
    List<Artifact> files = rendering.shared(fold.rendered);
    files.forEach(fold::add);
    if (!settled.isPartial()) {
      steps.addGone(settled.tenants(), former);
    }
    return fold.compared(planner.finish(sharedFiles(files)), files, steps.all());
  }

  /** The tenant's folder; what is read for tenant.json and the index is noted, too. */
  private static TenantFolder folder(RenderedTenant rendered, Planner planner) throws IOException {
    ReadLog log = new ReadLog();
    ResolvedTenant tenant = rendered.tenant().watched(log);
    TenantFacts facts = TenantFacts.of(tenant);
    String fingerprint = Fingerprint.of(rendered.reads().plus(log.reads()));
    RelativePath folder = Layout.tenant(tenant);
    return facts.folder(
        folder,
        rendered.artifacts(),
        rendered.facts(fingerprint),
        planner.digests(tenant.id(), folder, fingerprint));
  }

  /**
   * Renders the selected tenants and keeps them in memory: for a few tenants, not for thousands.
   */
  public List<RenderedTenant> inMemory() {
    Fold fold = new Fold();
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
    private int tenants;
    private int objects;
    private int files = 1; // index.json

    void add(RenderedTenant rendered) {
      tenants++;
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
