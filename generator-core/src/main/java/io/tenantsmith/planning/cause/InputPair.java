package io.tenantsmith.planning.cause;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.ChangedStatements;
import io.tenantsmith.statement.Restated;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The inputs of both sides of a plan and what differs between them, statement by statement. */
public final class InputPair {

  private final Workspace before;
  private final Workspace after;
  private final List<ChangedStatement> changed;
  private final Map<Document, Map<String, List<ChangedStatement>>> byOwner =
      new EnumMap<>(Document.class);
  private final Map<String, Tenant> tenantsBefore;
  private final Map<String, Tenant> tenantsAfter;

  /**
   * The inputs of both sides.
   *
   * @param unchanged whether a file of that path has the same bytes on both sides
   */
  public InputPair(Workspace before, Workspace after, Predicate<String> unchanged) {
    this.before = before;
    this.after = after;
    this.changed = ChangedStatements.of(before, after, unchanged);
    for (ChangedStatement each : changed) {
      byOwner
          .computeIfAbsent(each.statement().document(), document -> new LinkedHashMap<>())
          .computeIfAbsent(each.statement().owner(), owner -> new ArrayList<>())
          .add(each);
    }
    this.tenantsBefore = byId(before);
    this.tenantsAfter = byId(after);
  }

  /** All statements that differ. */
  public List<ChangedStatement> changed() {
    return changed;
  }

  /** A tenant's file in the base. */
  Optional<Tenant> before(String id) {
    return Optional.ofNullable(tenantsBefore.get(id));
  }

  /** A tenant's file now. */
  Optional<Tenant> after(String id) {
    return Optional.ofNullable(tenantsAfter.get(id));
  }

  /** The tenants that both sides have, in the order of their files. */
  List<String> ids() {
    return after.tenants().stream()
        .flatMap(tenant -> tenant.id().stream())
        .map(TenantId::value)
        .filter(tenantsBefore::containsKey)
        .toList();
  }

  /** What is put before a tenant's id. */
  String namespacePrefix() {
    Fleet fleet = after.fleet();
    return fleet == null ? "" : fleet.namespacePrefix().value();
  }

  /** That the file of a tenant is new or gone as a whole; empty if both sides have it. */
  Optional<String> wholeFile(String id) {
    Tenant old = tenantsBefore.get(id);
    Tenant now = tenantsAfter.get(id);
    if (old != null && now != null) {
      return Optional.empty();
    }
    if (now != null) {
      return Optional.of(now.file() + " is new");
    }
    return Optional.of(old == null ? "no file of the inputs is of " + id : old.file() + " is gone");
  }

  /** The statements that differ and can count for a tenant, its own first. */
  List<ChangedStatement> reaching(String id) {
    if (changed.isEmpty()) {
      return List.of();
    }
    List<ChangedStatement> reaching = new ArrayList<>(of(Document.TENANT, id));
    for (String tier : tiers(id)) {
      reaching.addAll(of(Document.NEXT, tier));
      reaching.addAll(of(Document.TIER, tier));
    }
    names(id, tenant -> tenant.placement().template())
        .forEach(template -> reaching.addAll(of(Document.TEMPLATE, template)));
    reaching.addAll(of(Document.DEFAULTS, ""));
    clusters(id).forEach(cluster -> reaching.addAll(of(Document.CLUSTER, cluster)));
    reaching.addAll(of(Document.FLEET, ""));
    return reaching;
  }

  /**
   * The statements that differ and can count for what tenants share.
   *
   * @param cluster the cluster whose tenants share it; empty for what all clusters share
   */
  List<ChangedStatement> reachingAll(String cluster) {
    List<ChangedStatement> reaching = new ArrayList<>();
    byOwner
        .getOrDefault(Document.CLUSTER, Map.of())
        .forEach(
            (owner, statements) -> {
              if (cluster.isEmpty() || cluster.equals(owner)) {
                reaching.addAll(statements);
              }
            });
    reaching.addAll(of(Document.FLEET, ""));
    return reaching;
  }

  /** The inputs of one tenant as they are now, but with some statements as in the base. */
  Workspace without(String id, Collection<Statement> undone) {
    return Restated.of(
        after.only(after(id).stream().toList()), before.only(before(id).stream().toList()), undone);
  }

  /** The inputs without a tenant as they are now, but with some statements as in the base. */
  Workspace without(Collection<Statement> undone) {
    return Restated.of(after.only(List.of()), before.only(List.of()), undone);
  }

  private List<ChangedStatement> of(Document document, String owner) {
    return byOwner.getOrDefault(document, Map.of()).getOrDefault(owner, List.of());
  }

  private Set<String> names(String id, Function<Tenant, @Nullable Sourced<String>> named) {
    Set<String> names = new TreeSet<>();
    Stream.concat(before(id).stream(), after(id).stream())
        .flatMap(tenant -> Stream.ofNullable(named.apply(tenant)))
        .forEach(name -> names.add(name.value()));
    return names;
  }

  private Set<String> clusters(String id) {
    Set<String> clusters = new TreeSet<>();
    before(id).ifPresent(tenant -> clusters.add(before.clusterOf(tenant)));
    after(id).ifPresent(tenant -> clusters.add(after.clusterOf(tenant)));
    return clusters;
  }

  private Set<String> tiers(String id) {
    Set<String> tiers = new LinkedHashSet<>();
    before(id).ifPresent(tenant -> addChain(before, tenant, tiers));
    after(id).ifPresent(tenant -> addChain(after, tenant, tiers));
    return tiers;
  }

  private static void addChain(Workspace workspace, Tenant tenant, Set<String> tiers) {
    Set<String> chain = new LinkedHashSet<>();
    Optional<String> next = Optional.ofNullable(tenant.placement().tier()).map(Sourced::value);
    while (next.isPresent() && chain.add(next.get())) {
      next = workspace.tier(next.get()).flatMap(Tier::extendsTier).map(parent -> parent.value());
    }
    tiers.addAll(chain);
  }

  private static Map<String, Tenant> byId(Workspace workspace) {
    Map<String, Tenant> byId = new HashMap<>();
    for (Tenant tenant : workspace.tenants()) {
      tenant.id().ifPresent(id -> byId.putIfAbsent(id.value(), tenant));
    }
    return byId;
  }
}
