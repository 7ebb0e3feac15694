package io.tenantsmith.planning;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.RenderedFacts;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.rule.ClusterLoad;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a run that has compared all files: of tenants that change alike it looks at two, and
 * at so many in all; of new ones at none. What it does not look at, it counts.
 *
 * @param changes what the run found
 * @param alike what was heard while it compared
 */
public record RunPlanning(SettledFleet settled, Plan changes, AlikeTenants alike) {

  /** So many tenants are looked at, which costs as much as to render them three times. */
  private static final int LOOKED = 100;

  /** The two sides, and what is known of their inputs. */
  public record Sides(Baseline base, Side before, RenderedSide after, ChangedInputs inputs) {}

  /** Numbers beside it. */
  public record Limits(FleetPlanning.Guards guards, List<ClusterLoad> loads) {

    /** Copies the list. */
    public Limits {
      loads = List.copyOf(loads);
    }
  }

  /** What is known without a look at any tenant. */
  public FleetPlan counted(String commit, Baseline base, Limits limits) {
    return plan(new Facts(commit, base, limits), List.of(), FleetPlanning.leftOut(settled));
  }

  private record Facts(String commit, Baseline base, Limits limits) {}

  /** Makes it. */
  public FleetPlan make(String commit, Sides sides, Limits limits, Progress progress)
      throws IOException {
    List<AlikeTenants.Alike> looked = new ArrayList<>();
    List<AlikeTenants.Alike> others = new ArrayList<>();
    SortedSet<String> ids = new TreeSet<>();
    for (AlikeTenants.Alike each : alike.kinds(sides.inputs()::signature)) {
      boolean fits = ids.size() + each.looked().size() <= LOOKED;
      (fits ? looked : others).add(each);
      if (fits) {
        ids.addAll(each.looked());
      }
    }
    Widening widening = new Widening(looked);
    PlanMaker maker = new PlanMaker(sides.before(), sides.after(), sides.inputs());
    PlanMaker.Found found =
        maker.make(ids, widening::groups, () -> shared(sides.before()), progress);
    int unknown = widening.unknown + others.stream().mapToInt(each -> each.ids().size()).sum();
    return plan(new Facts(commit, sides.base(), limits), found.groups(), leftOut(sides, unknown));
  }

  /**
   * Beside what differs stands what all share, without the files that there are for each tenant.
   */
  private SharedChanges shared(Side before) throws IOException {
    List<Change> differing = alike.shared();
    SharedChanges changes = SharedChanges.of(differing);
    return differing.isEmpty()
        ? changes
        : changes.beside(before.shared(path -> !alike.isNamedAfterTenant(path)));
  }

  private FleetPlan plan(Facts facts, List<ChangeGroup> groups, String leftOut) {
    Plan.TenantChanges tenants = changes.tenants();
    int unchanged = settled.selected().size() - tenants.added().size() - tenants.changed().size();
    return new FleetPlan(
        facts.commit(),
        facts.base(),
        new FleetPlan.Counts(
            tenants.added().size(), tenants.changed().size(), tenants.removed().size(), unchanged),
        groups,
        List.of(),
        new PlanLimits(facts.limits().guards().used(tenants), Rooms.of(facts.limits().loads())),
        leftOut);
  }

  private String leftOut(Sides sides, int unknown) {
    List<String> parts = new ArrayList<>();
    String others = FleetPlanning.leftOut(settled);
    if (!others.isEmpty()) {
      parts.add(others);
    }
    if (unknown > 0) {
      parts.add("what changes of " + tenants(unknown));
    }
    if (alike.sharedLeftOut() > 0) {
      int files = alike.sharedLeftOut();
      parts.add(files == 1 ? "1 shared file" : files + " shared files");
    }
    int tiers = alike.ofOtherTier(changes.tenants().changed());
    if (tiers > 0 && sides.base().unknownInputs().isPresent()) {
      parts.add("whether the new tier of " + tenants(tiers) + " includes less");
    }
    String seen = parts.size() > (others.isEmpty() ? 0 : 1) ? " (plan shows it)" : "";
    return String.join(", ", parts) + seen;
  }

  private static String tenants(int count) {
    return count == 1 ? "1 tenant" : count + " tenants";
  }

  /** Adds to the groups of those that were looked at all who change alike, and who is new. */
  private final class Widening {

    private final List<AlikeTenants.Alike> looked;
    private final Map<String, IndexLine> before = new HashMap<>();
    private final Map<String, IndexLine> after = new HashMap<>();
    private final Map<String, ResolvedTenant> tiers = new HashMap<>();
    private int unknown;

    Widening(List<AlikeTenants.Alike> looked) {
      this.looked = looked;
      settled.published().lines().forEach(line -> before.put(line.id(), line));
      changes.next().lines().forEach(line -> after.put(line.id(), line));
      settled.tenants().forEach(tenant -> tiers.putIfAbsent(tenant.tier(), tenant));
    }

    List<ChangeGroup> groups(List<ChangeGroup> compared) {
      List<ChangeGroup> groups = new ArrayList<>();
      Set<AlikeTenants.Alike> placed = new HashSet<>();
      for (ChangeGroup group : compared) {
        Set<String> ids = new HashSet<>();
        group.tenants().forEach(tenant -> ids.add(tenant.id()));
        List<String> more = new ArrayList<>();
        for (AlikeTenants.Alike each : looked) {
          if (ids.containsAll(each.looked()) && placed.add(each)) {
            more.addAll(each.ids());
          }
        }
        more.removeAll(ids);
        groups.add(widened(group, more));
      }
      countUnknown(compared, placed);
      groups.addAll(added());
      return groups;
    }

    /** Where the two that were looked at differ, nobody knows of the others. */
    private void countUnknown(List<ChangeGroup> compared, Set<AlikeTenants.Alike> placed) {
      Set<String> differing = new HashSet<>();
      compared.forEach(group -> group.tenants().forEach(tenant -> differing.add(tenant.id())));
      for (AlikeTenants.Alike each : looked) {
        if (!placed.contains(each) && each.looked().stream().anyMatch(differing::contains)) {
          unknown += each.ids().size() - each.looked().size();
        }
      }
    }

    private ChangeGroup widened(ChangeGroup group, List<String> more) {
      List<ChangedTenant> tenants = new ArrayList<>(group.tenants());
      Amounts old = group.before();
      Amounts now = group.after();
      for (String id : more) {
        tenants.add(tenant(id));
        old = old.plus(amounts(before.get(id)));
        now = now.plus(amounts(after.get(id)));
      }
      tenants.sort(Comparator.comparing(ChangedTenant::id));
      return new ChangeGroup(
          group.scope(),
          tenants,
          group.objects(),
          group.files(),
          group.causes(),
          group.dangers(),
          old,
          now);
    }

    /** Those that are new, by tier and cluster. */
    private List<ChangeGroup> added() {
      SortedMap<String, List<ChangedTenant>> alikes = new TreeMap<>();
      for (String id : changes.tenants().added()) {
        ChangedTenant tenant = tenant(id);
        alikes
            .computeIfAbsent(tenant.tier() + " " + tenant.cluster(), key -> new ArrayList<>())
            .add(tenant);
      }
      return alikes.values().stream().map(this::added).toList();
    }

    private ChangeGroup added(List<ChangedTenant> tenants) {
      Amounts sum = Amounts.NONE;
      for (ChangedTenant tenant : tenants) {
        sum = sum.plus(amounts(after.get(tenant.id())));
      }
      return new ChangeGroup(
          new ChangeGroup.Scope(Fate.ADDED, "", false),
          tenants,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Amounts.NONE,
          sum);
    }

    private ChangedTenant tenant(String id) {
      IndexLine now = after.get(id);
      IndexLine line = now == null ? Objects.requireNonNull(before.get(id)) : now;
      return new ChangedTenant(id, line.tenant().tier(), line.tenant().cluster(), new TreeMap<>());
    }

    /** What the index remembers; a tier costs what it costs now. */
    private Amounts amounts(@Nullable IndexLine line) {
      if (line == null || line.rendered().isEmpty()) {
        return Amounts.NONE;
      }
      RenderedFacts facts = line.rendered().get();
      Optional<ResolvedTenant> priced = Optional.ofNullable(tiers.get(line.tenant().tier()));
      return TenantAmounts.of(facts.objects(), facts.requests(), priced);
    }
  }
}
