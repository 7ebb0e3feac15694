package io.tenantsmith.planning;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Makes a plan of two sides: every tenant is compared and dropped; then each group of tenants with
 * the same change is looked at once.
 */
public final class PlanMaker {

  private final Side before;
  private final RenderedSide after;
  private final GroupReading reading;
  private final ChangedInputs inputs;

  /** A maker of the plan from one side to the other. */
  public PlanMaker(Side before, RenderedSide after, ChangedInputs inputs) {
    this.before = before;
    this.after = after;
    this.inputs = inputs;
    this.reading = new GroupReading(inputs, new GroupDangers(before, after));
  }

  /** What was found, without what is said of the fleet as a whole. */
  public record Found(
      FleetPlan.Counts counts, TenantIds ids, List<ChangeGroup> groups, List<NoEffect> noEffect) {

    /** Copies the lists. */
    public Found {
      groups = List.copyOf(groups);
      noEffect = List.copyOf(noEffect);
    }
  }

  /** Ids of tenants by what becomes of their files. */
  public record TenantIds(List<String> added, List<String> changed, List<String> removed) {

    /** Copies the lists. */
    public TenantIds {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }

  /** Compares the sides. */
  public Found make(Progress progress) throws IOException {
    SortedSet<String> all = new TreeSet<>(before.ids());
    all.addAll(after.ids());
    return make(all, UnaryOperator.identity(), this::shared, progress);
  }

  /** The base knows then what it has in common with what is now. */
  private SharedChanges shared() throws IOException {
    List<TreeFile> now = after.shared();
    return new SharedChanges(before.shared(), now);
  }

  /** The files that tenants share, to be read after the tenants. */
  @FunctionalInterface
  interface Shared {
    SharedChanges read() throws IOException;
  }

  /**
   * Compares these tenants, and what all share.
   *
   * @param others adds the tenants that are not compared to the groups
   */
  Found make(
      SortedSet<String> tenantIds,
      UnaryOperator<List<ChangeGroup>> others,
      Shared files,
      Progress progress)
      throws IOException {
    TenantPass pass = new TenantPass(before, after, inputs::isOwn);
    TenantGroups tenants = new TenantGroups(before, after, inputs::signature, reading);
    pass.run(tenantIds, progress, tenants);
    List<ChangeGroup> compared = new ArrayList<>();
    tenants.all().forEach(planned -> compared.add(reading.of(planned)));
    List<ChangeGroup> groups = new ArrayList<>(others.apply(compared));
    groups.addAll(shared(files.read(), groups));
    groups.sort(WorstFirst.ORDER);
    return new Found(pass.counts(), pass.ids(), groups, inputs.withoutEffect(reading.named()));
  }

  /** The files outside of tenants' folders, those of one cluster together. */
  private List<ChangeGroup> shared(SharedChanges files, List<ChangeGroup> changed) {
    SortedMap<String, List<TreeFile>> old = byCluster(files.before());
    SortedMap<String, List<TreeFile>> now = byCluster(files.after());
    SortedMap<String, List<TreeFile>> all = new TreeMap<>(old);
    all.putAll(now);
    List<ChangeGroup> groups = new ArrayList<>();
    for (String cluster : all.keySet()) {
      reading
          .ofShared(
              cluster,
              old.getOrDefault(cluster, List.of()),
              now.getOrDefault(cluster, List.of()),
              idsOn(cluster, changed))
          .ifPresent(groups::add);
    }
    return groups;
  }

  /** Who differs on a cluster, or has left it; all who differ for what all clusters share. */
  private List<String> idsOn(String cluster, List<ChangeGroup> changed) {
    return changed.stream()
        .flatMap(group -> group.tenants().stream())
        .filter(
            tenant ->
                cluster.isEmpty()
                    || tenant.cluster().equals(cluster)
                    || before
                        .inputs(tenant.id())
                        .filter(old -> old.cluster().name().value().equals(cluster))
                        .isPresent())
        .map(ChangedTenant::id)
        .sorted()
        .toList();
  }

  private static SortedMap<String, List<TreeFile>> byCluster(List<TreeFile> files) {
    SortedMap<String, List<TreeFile>> byCluster = new TreeMap<>();
    for (TreeFile file : files) {
      byCluster.computeIfAbsent(Layout.clusterOf(file.path()), name -> new ArrayList<>()).add(file);
    }
    return byCluster;
  }
}
