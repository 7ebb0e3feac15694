package io.tenantsmith.plan.form;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whose change it is and how dangerous, in a few words; forms escape them. */
final class GroupPhrase {

  private GroupPhrase() {}

  /** The id of one tenant, the number of several, or the cluster that shares the files. */
  static String who(ChangeGroup group) {
    if (group.scope().shared()) {
      return group.scope().cluster().isEmpty()
          ? "whole fleet"
          : "cluster " + group.scope().cluster();
    }
    return group.tenants().size() == 1
        ? group.tenants().get(0).id()
        : Counted.of(group.tenants().size(), "tenant");
  }

  /**
   * Tier, cluster, objects and price of tenants that come or go, column by column.
   *
   * @param about the sign of what is not exact
   */
  static List<String> size(ChangeGroup group, String about) {
    boolean added = group.scope().fate() == Fate.ADDED;
    List<String> columns = new ArrayList<>();
    columns.add(one(group, ChangedTenant::tier, "tier"));
    columns.add(one(group, ChangedTenant::cluster, "cluster"));
    int objects = added ? group.after().objects() : group.before().objects();
    columns.add(Counted.of(objects, "object"));
    String price = AmountPhrase.price((added ? group.after() : group.before()).monthly());
    columns.add(price.isEmpty() ? "" : about + price);
    columns.removeIf(String::isEmpty);
    return columns;
  }

  /** Whether it is about tenants that come or go as a whole. */
  static boolean isWhole(ChangeGroup group) {
    return !group.scope().shared() && group.scope().fate() != Fate.CHANGED;
  }

  /** The kinds of its dangers, worst first, each once. */
  static List<DangerKind> kinds(ChangeGroup group) {
    return group.dangers().stream().map(Danger::kind).distinct().sorted().toList();
  }

  private static String one(
      ChangeGroup group, Function<ChangedTenant, String> value, String several) {
    List<String> values = group.tenants().stream().map(value).distinct().toList();
    return values.size() == 1 ? values.get(0) : Counted.of(values.size(), several);
  }

  /** The object of a danger and its field, if it is about one. */
  static String object(Danger danger) {
    String name = danger.object().display();
    return danger.path().isEmpty() ? name : name + " " + FieldPhrase.display(danger.path());
  }
}
