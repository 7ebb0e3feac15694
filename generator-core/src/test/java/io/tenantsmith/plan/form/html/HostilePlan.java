package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan with one text in every place that holds a text of somebody else. */
final class HostilePlan {

  private final String text;

  private HostilePlan(String text) {
    this.text = text;
  }

  /** Its only group is seen without the script. */
  static FleetPlan of(String text) {
    return new HostilePlan(text).plan();
  }

  private FleetPlan plan() {
    return new FleetPlan(
        text,
        new Baseline(Baseline.Kind.COMMIT, text, text, text, text, text),
        new FleetPlan.Counts(0, 2, 0, 0),
        List.of(group(2), group(1), group(0)),
        List.of(new NoEffect(cause(), 1)),
        new PlanLimits(
            List.of(new PlanLimits.Guard(text, text, text, text)),
            List.of(new PlanLimits.Room(text, text, text, text))),
        text);
  }

  private ChangeGroup group(int tenants) {
    ObjectName name = new ObjectName(text, text, text, text);
    TextChange lines = new TextChange(TextChange.Language.LINES, List.of(), List.of("+" + text));
    TextChange values =
        new TextChange(TextChange.Language.JSON, List.of(value(List.of(text), text)), List.of());
    List<ObjectChange> objects =
        List.of(
            new ObjectChange(
                name,
                Fate.CHANGED,
                text + " <host>",
                List.of(
                    value(List.of(text, "[name=" + text + "]"), text),
                    value(List.of("map"), Map.of(text, text)),
                    new ValueChange(
                        List.of("order"),
                        List.of(text),
                        List.of(text),
                        ValueChange.Form.ORDER,
                        null,
                        List.of(0)),
                    text(lines),
                    text(values))),
            new ObjectChange(
                name, Fate.ADDED, text, List.of(value(List.of(), Map.of(text, text)))));
    return new ChangeGroup(
        new ChangeGroup.Scope(Fate.CHANGED, tenants == 0 ? text : "", tenants == 0),
        members(tenants),
        objects,
        List.of(new FileChange(text, Fate.CHANGED, false, lines)),
        List.of(cause(), cause()),
        List.of(
            new Danger(DangerKind.DATA_LOSS, name, List.of(text), text),
            new Danger(DangerKind.RESTART, name, List.of(), text)),
        amounts(),
        amounts());
  }

  private List<ChangedTenant> members(int tenants) {
    List<ChangedTenant> members = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      String id = text + " member-" + i;
      members.add(
          new ChangedTenant(
              id, text, text, new TreeMap<>(Map.of(text, text, "<host>", id + text))));
    }
    return members;
  }

  private Amounts amounts() {
    return new Amounts(1, 1, 1, 1, new TreeMap<>(Map.of(text, BigDecimal.ONE)));
  }

  private Cause cause() {
    Stated stated = new Stated(text, text, SourceRange.at(text, 1, 1));
    return new Cause(Cause.Kind.SETTING, text, stated, stated, text);
  }

  private static ValueChange value(List<String> path, Object after) {
    return new ValueChange(path, null, after, ValueChange.Form.PLAIN, null, List.of(0, 1));
  }

  private static ValueChange text(TextChange change) {
    return new ValueChange(List.of("data"), "", "", ValueChange.Form.PLAIN, change, List.of(0));
  }
}
