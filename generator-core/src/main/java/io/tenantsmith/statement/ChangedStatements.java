package io.tenantsmith.statement;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The statements that differ between two states of the inputs. Those of a tenant or cluster count
 * only where both states have it: what is new or gone changed as a whole.
 */
public final class ChangedStatements {

  private final Workspace before;
  private final Workspace after;
  private final Predicate<String> unchanged;
  private final List<ChangedStatement> found = new ArrayList<>();

  private ChangedStatements(Workspace before, Workspace after, Predicate<String> unchanged) {
    this.before = before;
    this.after = after;
    this.unchanged = unchanged;
  }

  /**
   * All of them: of the fleet, then of tiers, templates and tenants by file.
   *
   * @param unchanged whether a file of that path is in both states with the same bytes; nothing in
   *     it is looked at
   */
  public static List<ChangedStatement> of(
      Workspace before, Workspace after, Predicate<String> unchanged) {
    ChangedStatements statements = new ChangedStatements(before, after, unchanged);
    statements.fleet();
    statements.tiers();
    statements.templates();
    statements.tenants();
    return List.copyOf(statements.found);
  }

  private void fleet() {
    Set<String> both = new HashSet<>(clusters(before));
    both.retainAll(clusters(after));
    for (ChangedStatement each : Sheet.difference(Sheet.ofFleet(before), Sheet.ofFleet(after))) {
      Statement statement = each.statement();
      if (statement.document() != Document.CLUSTER || both.contains(statement.owner())) {
        found.add(each);
      }
    }
  }

  private static List<String> clusters(Workspace workspace) {
    Fleet fleet = workspace.fleet();
    return fleet == null
        ? List.of()
        : fleet.stated().clusters().stream().map(Sheet::nameOf).toList();
  }

  private void tiers() {
    Map<String, Tier> old = byName(before.tiers(), Tier::fileStem);
    for (Tier tier : after.tiers()) {
      Tier former = old.remove(tier.fileStem());
      if (former == null || !isSame(former.file(), tier.file())) {
        found.addAll(Sheet.difference(former == null ? null : Sheet.of(former), Sheet.of(tier)));
      }
    }
    gone(old.values().stream().map(Sheet::of).toList());
  }

  private void templates() {
    Map<String, Template> old = byName(before.templates(), Template::fileStem);
    for (Template template : after.templates()) {
      Template former = old.remove(template.fileStem());
      if (former == null || !isSame(former.file(), template.file())) {
        found.addAll(
            Sheet.difference(former == null ? null : Sheet.of(former), Sheet.of(template)));
      }
    }
    gone(old.values().stream().map(Sheet::of).toList());
  }

  private void tenants() {
    Set<String> same = new HashSet<>();
    before.tenants().stream().map(Tenant::file).filter(unchanged).forEach(same::add);
    Map<String, Tenant> old =
        byName(
            before.tenants().stream().filter(tenant -> !same.contains(tenant.file())).toList(),
            Sheet::ownerOf);
    for (Tenant tenant : after.tenants()) {
      Tenant former = same.contains(tenant.file()) ? null : old.get(Sheet.ownerOf(tenant));
      if (former != null) {
        found.addAll(Sheet.difference(Sheet.of(former), Sheet.of(tenant)));
      }
    }
  }

  private void gone(List<Sheet> sheets) {
    sheets.forEach(sheet -> found.addAll(Sheet.difference(sheet, null)));
  }

  private boolean isSame(String former, String now) {
    return former.equals(now) && unchanged.test(now);
  }

  /** In the order of the list, so that what is gone is reported in an order that never changes. */
  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    all.forEach(each -> byName.putIfAbsent(name.apply(each), each));
    return byName;
  }
}
