package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.rule.RuleBook;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet as it was, as far as it can be rendered: no rule judges it. It may break rules that are
 * younger than it, and what is published has gone on since.
 *
 * @param settled what of it can be rendered
 * @param leftOut files of tenants whose values are not all known, or whose id another file has
 */
public record FormerFleet(SettledFleet settled, List<String> leftOut) {

  /** Copies the list. */
  public FormerFleet {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What can be rendered of those inputs; empty where not even what tenants share can be.
   *
   * @param now the inputs of today, with which they have most in common
   * @param tree what the tenants follow
   */
  public static Optional<FormerFleet> of(LoadedFleet loaded, JudgedFleet now, OwnershipIndex tree) {
    Expansion expansion = new Expansion(loaded.workspace());
    Resolution resolution = expansion.resolve(now.resolution());
    return of(resolution, expansion, now.selection(), tree)
        .flatMap(former -> isSound(loaded, resolution, now) ? Optional.of(former) : former.tried());
  }

  /** The inputs of today after another tree; no rule finds a mistake in them. */
  public static Optional<FormerFleet> of(JudgedFleet now, OwnershipIndex tree) {
    Expansion expansion = new Expansion(now.loaded().workspace());
    return of(now.resolution(), expansion, now.selection(), tree);
  }

  private static Optional<FormerFleet> of(
      Resolution resolution,
      Expansion expansion,
      Request.Selection selection,
      OwnershipIndex tree) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null || fleet.clusters().isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, ResolvedTenant> tenants = new TreeMap<>();
    List<String> leftOut = new ArrayList<>();
    for (EffectiveTenant each : resolution.tenants()) {
      Optional<ResolvedTenant> tenant =
          expansion.isSettled(each) ? Optional.of(expansion.settle(each)) : Optional.empty();
      if (tenant.isEmpty() || tenants.containsKey(tenant.get().id().value())) {
        leftOut.add(each.tenant().file());
      } else {
        tenants.put(tenant.get().id().value(), tenant.get());
      }
    }
    List<ResolvedTenant> all =
        new RetiredLogins(fleet, List.copyOf(tenants.values())).of(tree.tenants());
    SettledFleet settled =
        new SettledFleet(fleet, all, resolution.wavesUnderWay(), tree, selection);
    return Optional.of(new FormerFleet(settled, leftOut));
  }

  private static boolean isSound(LoadedFleet loaded, Resolution resolution, JudgedFleet now) {
    boolean isRead = loaded.diagnostics().stream().noneMatch(Diagnostic::isError);
    if (!isRead || resolution.tenants().isEmpty()) {
      return isRead;
    }
    List<Diagnostic> found =
        now.isRefused() ? RuleBook.judge(resolution) : RuleBook.judge(resolution, now.resolution());
    return found.stream().noneMatch(Diagnostic::isError);
  }

  /**
   * What is really rendered of a fleet in which something is wrong: contributors rely on the rules,
   * and what happens without one is not known before it is tried.
   */
  private Optional<FormerFleet> tried() {
    FleetRendering rendering = new FleetRendering(settled, new Contributors());
    List<ResolvedTenant> rendered = new ArrayList<>();
    List<ClusterTenant> views = new ArrayList<>();
    List<String> failed = new ArrayList<>(leftOut);
    for (ResolvedTenant tenant : settled.tenants()) {
      try {
        views.add(ClusterTenant.of(tenant, rendering.tenant(tenant).artifacts()));
        rendered.add(tenant);
      } catch (RuntimeException e) {
        failed.add(tenant.file());
      }
    }
    SettledFleet left =
        new SettledFleet(
            settled.fleet(), rendered, settled.waves(), settled.published(), settled.selection());
    try {
      new FleetRendering(left, new Contributors()).shared(views);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
    failed.sort(Comparator.naturalOrder());
    return Optional.of(new FormerFleet(left, failed));
  }

  /** Digest of the meaning of its inputs, as an index names it. */
  public String input() {
    return new InputDigest().ofAll(settled.fleet(), settled.tenants());
  }
}
