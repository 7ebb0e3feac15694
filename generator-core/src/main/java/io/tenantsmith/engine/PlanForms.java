package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.Detail;
import io.tenantsmith.plan.form.PlanJson;
import io.tenantsmith.plan.form.PlanMarkdown;
import io.tenantsmith.plan.form.PlanText;
import io.tenantsmith.plan.form.html.PlanHtml;

/** A plan as a file holds it. */
public final class PlanForms {

  private PlanForms() {}

  /** The whole text in a form, with a line feed at its end. */
  public static String text(FleetPlan plan, PlanOptions.Form form, FileNames names) {
    return switch (form) {
      case TEXT -> String.join("\n", PlanText.of(plan, names, Style.PLAIN, Detail.FULL)) + "\n";
      case JSON -> JsonWriter.pretty(PlanJson.of(plan));
      case MARKDOWN -> PlanMarkdown.of(plan, names);
      case HTML -> PlanHtml.of(plan);
    };
  }
}
