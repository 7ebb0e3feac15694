package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.rule.ClusterLoad;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stages 4 and 5: a fleet with its layers merged, judged once by all rules of inputs. The tree that
 * it is compared with is chosen afterwards, and there may be several.
 */
public final class JudgedFleet {

  private final LoadedFleet loaded;
  private final Expansion expansion;
  private final Resolution resolution;
  private final Request.Selection selection;
  private final List<Diagnostic> diagnostics;
  private final Function<EffectiveTenant, Requests> requests;

  private JudgedFleet(
      LoadedFleet loaded,
      Resolution resolution,
      Request.Selection selection,
      List<Diagnostic> diagnostics,
      Function<EffectiveTenant, Requests> requests) {
    this.loaded = loaded;
    this.expansion = new Expansion(loaded.workspace());
    this.resolution = resolution;
    this.selection = selection;
    this.diagnostics = List.copyOf(diagnostics);
    this.requests = requests;
  }

  /** Expands and judges what was read. */
  public static JudgedFleet of(LoadedFleet loaded, Request.Selection selection) {
    Workspace workspace = loaded.workspace();
    Expansion expansion = new Expansion(workspace);
    Resolution resolution = expansion.resolve();
    List<Diagnostic> diagnostics = new ArrayList<>(judged(loaded, resolution));
    Function<EffectiveTenant, Requests> requests = requests(workspace, expansion, diagnostics);
    if (!workspace.tenants().isEmpty() && workspace.fleet() != null) {
      diagnostics.addAll(RuleBook.judgeCapacity(resolution, requests));
    }
    unknown(selection, workspace).ifPresent(diagnostics::add);
    return new JudgedFleet(loaded, resolution, selection, diagnostics, requests);
  }

  /**
   * What is wrong with what was read, whether it fits its clusters or not: for who asks again and
   * again, since to know what a tenant requests it is rendered in part.
   */
  public static List<Diagnostic> mistakes(LoadedFleet loaded) {
    return judged(loaded, new Expansion(loaded.workspace()).resolve());
  }

  static List<Diagnostic> judged(LoadedFleet loaded, Resolution resolution) {
    List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
    if (!loaded.workspace().tenants().isEmpty()) {
      diagnostics.addAll(RuleBook.judge(resolution));
    }
    return diagnostics;
  }

  private static Function<EffectiveTenant, Requests> requests(
      Workspace workspace, Expansion expansion, List<Diagnostic> known) {
    Fleet fleet = workspace.fleet();
    return fleet == null
        ? tenant -> Requests.NONE
        : new TenantRequests(fleet, expansion, known)::of;
  }

  /** The inputs as they were read. */
  public LoadedFleet loaded() {
    return loaded;
  }

  Resolution resolution() {
    return resolution;
  }

  Request.Selection selection() {
    return selection;
  }

  /** Where tenants are, and what they request there. */
  public List<ClusterLoad> loads() {
    return ClusterLoad.of(resolution, requests);
  }

  /** Everything that is wrong with the inputs alone. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether nothing can be rendered, whatever is published. */
  public boolean isRefused() {
    return fleet().isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** What tenants share, if it could be bound. */
  public Optional<Fleet> fleet() {
    return Optional.ofNullable(resolution.workspace().fleet());
  }

  /** All tenants with their layers merged, mistakes or not. */
  public List<EffectiveTenant> tenants() {
    return resolution.tenants();
  }

  /** A tenant in which no rule found a mistake. */
  public ResolvedTenant settle(EffectiveTenant tenant) {
    return expansion.settle(tenant);
  }

  /** Asked where the tree has something that must not change in one go once it is published. */
  @FunctionalInterface
  public interface Publications {

    /** What is published; an unknown output, with the reason, if nobody here can tell. */
    Result<PublishedOutput> ask();
  }

  /**
   * The fleet against a tree that is published; none where there is an error in the inputs or in
   * their relation to the tree. The diagnostics are those of that relation alone.
   *
   * @param tree what the run remembers
   * @param published the tenants that must stay as they are
   */
  public Result<SettledFleet> against(OwnershipIndex tree, PublishedOutput published) {
    return settled(tree, judge(published));
  }

  /**
   * The fleet against a tree of which more may be rendered than is published: what was never
   * published may change and vanish, and a step must be one from what is published.
   */
  public Result<SettledFleet> against(OwnershipIndex tree, Publications publications) {
    List<Diagnostic> found = judge(tree.published("the output folder"));
    boolean refused = found.stream().anyMatch(Diagnostic::isError);
    if (refused || new StepsTaken(tree).by(resolution.workspace())) {
      Result<PublishedOutput> published = publications.ask();
      Optional<PublishedOutput> known = published.value().filter(PublishedOutput::isKnown);
      if (known.isPresent()) {
        found = judge(known.get());
      } else if (published.value().isPresent() && tree.lines().isEmpty()) {
        // A fresh copy of the fleet: neither the folder nor anybody else says what is published.
        found = judge(PublishedOutput.NONE);
      } else if (refused || published.value().isEmpty()) {
        found = Stream.concat(found.stream(), published.diagnostics().stream()).toList();
      }
    }
    return settled(tree, found);
  }

  private List<Diagnostic> judge(PublishedOutput published) {
    return resolution.tenants().isEmpty()
        ? List.of()
        : RuleBook.judgeAgainstPublished(resolution.against(published), this::isSelected);
  }

  private boolean isSelected(Tenant tenant) {
    String cluster = resolution.workspace().clusterOf(tenant);
    return selection.onlyTenant().map(tenant.fileStem()::equals).orElse(true)
        && selection.onlyCluster().map(cluster::equals).orElse(true);
  }

  private Result<SettledFleet> settled(OwnershipIndex published, List<Diagnostic> found) {
    if (isRefused() || found.stream().anyMatch(Diagnostic::isError)) {
      return Result.failed(found);
    }
    Fleet fleet = fleet().orElseThrow();
    List<ResolvedTenant> tenants =
        resolution.tenants().stream()
            .map(expansion::settle)
            .sorted(Comparator.comparing(ResolvedTenant::id))
            .toList();
    List<ResolvedTenant> retiring = new RetiredLogins(fleet, tenants).of(published.tenants());
    return Result.of(
        new SettledFleet(fleet, retiring, resolution.wavesUnderWay(), published, selection), found);
  }

  private static Optional<Diagnostic> unknown(Request.Selection selection, Workspace workspace) {
    List<String> tenants =
        workspace.tenants().stream().flatMap(t -> t.id().stream()).map(id -> id.value()).toList();
    Optional<Diagnostic> tenant =
        selection
            .onlyTenant()
            .filter(id -> !tenants.contains(id))
            .map(id -> none("tenant", id, tenants));
    Fleet fleet = workspace.fleet();
    List<String> clusters =
        fleet == null ? List.of() : fleet.clusters().stream().map(c -> c.name().value()).toList();
    return tenant.or(
        () ->
            selection
                .onlyCluster()
                .filter(name -> !clusters.contains(name))
                .map(name -> none("cluster", name, clusters)));
  }

  private static Diagnostic none(String kind, String wanted, List<String> known) {
    return Diagnostic.error(
            Code.SEL101, SourceRange.ofFile(wanted), "there is no " + kind + " of that name")
        .withHint(Suggestion.hint(wanted, known));
  }
}
