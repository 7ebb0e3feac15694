package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What data a plan loses, as text. Nobody may overlook it, so none of it is cut. */
final class DataLossText {

  private static final int TOPIC = 2;

  private DataLossText() {}

  /** A heading and a line or few for each loss; none if nothing is lost. */
  static List<String> of(FleetPlan plan, Style style) {
    List<String> lines = new ArrayList<>();
    for (ChangeGroup group : plan.groups()) {
      for (Danger danger : group.dangers()) {
        if (danger.kind() == DangerKind.DATA_LOSS) {
          if (lines.isEmpty()) {
            lines.add(style.danger(danger.kind().label()) + " (" + danger.kind().code() + ")");
          }
          String text = who(group) + "  " + GroupPhrase.object(danger) + ": " + danger.text();
          lines.addAll(TextRows.folded(TextRows.safe(text), TOPIC, style.width(), TOPIC + 2));
        }
      }
    }
    return lines;
  }

  private static String who(ChangeGroup group) {
    if (group.tenants().size() < 2) {
      return GroupPhrase.who(group);
    }
    List<String> ids = group.tenants().stream().map(ChangedTenant::id).toList();
    return GroupPhrase.who(group) + " (" + Counted.names(ids, UnaryOperator.identity()) + ")";
  }
}
