package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.json.JsonWriter.OneLine;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.FleetPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as commands show it that carry it out: what data is lost, how many tenants change, what is
 * dangerous.
 */
public final class PlanBrief {

  private PlanBrief() {}

  /**
   * Its lines, without line ends.
   *
   * @param unknown why nobody knows what changes; null if that is known
   */
  public static List<String> of(FleetPlan plan, @Nullable String unknown, Style style) {
    List<String> lines = new ArrayList<>(DataLossText.of(plan, style));
    lines.addAll(TextRows.folded(TextRows.safe(PlanSummary.of(plan)), 0, style.width(), 2));
    String dangers = unknown == null ? PlanSummary.dangers(plan) : "dangers: not known, " + unknown;
    lines.addAll(TextRows.folded(TextRows.safe(dangers), 0, style.width(), 2));
    return List.copyOf(lines);
  }

  /** The same for programs: numbers, and each danger with the tenants that it meets. */
  public static Map<String, @Nullable Object> json(FleetPlan plan, @Nullable String unknown) {
    FleetPlan.Counts counts = plan.counts();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("add", counts.added());
    json.put("change", counts.changed());
    json.put("remove", counts.removed());
    json.put("unchanged", counts.unchanged());
    json.put("leftOut", plan.leftOut());
    json.put("unknown", unknown);
    List<Object> dangers = new ArrayList<>();
    for (ChangeGroup group : plan.groups()) {
      List<String> ids = group.tenants().stream().map(ChangedTenant::id).toList();
      group
          .dangers()
          .forEach(
              danger -> {
                Map<String, Object> one = PlanJson.members(danger);
                one.put("tenants", ids);
                dangers.add(new OneLine(one));
              });
    }
    json.put("dangers", dangers);
    json.put("guards", plan.limits().guards().stream().map(PlanJson::guard).toList());
    return json;
  }
}
