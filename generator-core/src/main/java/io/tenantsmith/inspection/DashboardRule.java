package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KnownSeries;
import io.tenantsmith.render.SeriesNames;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Grafana takes a tenant's dashboard, and what it shows is there: nothing complains of a dashboard
 * that is passed over, or of a panel that stays empty.
 */
final class DashboardRule implements OutputRule {

  private static final String LABEL = "grafana_dashboard";
  private static final Pattern UID = Pattern.compile("[a-zA-Z0-9_-]{1,40}");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    Set<String> uids = new HashSet<>();
    for (ObjectValues object : output.own("ConfigMap")) {
      if (!object.root().at("metadata", "labels", LABEL).isMissing()) {
        for (Node text : object.root().get("data").entries()) {
          inspect(object, text, uids, report);
        }
      }
    }
  }

  private static void inspect(
      ObjectValues object, Node text, Set<String> uids, Consumer<Finding> report) {
    DashboardText dashboard = DashboardText.of(text.text());
    String uid = dashboard.uid();
    if (!UID.matcher(uid).matches()) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ624,
              text,
              "Grafana takes no dashboard with the uid " + Quoted.quote(uid),
              "use 1 to 40 letters, digits, \"-\" and \"_\""));
    } else if (!uids.add(uid)) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ624,
              text,
              "a second dashboard has the uid " + Quoted.quote(uid),
              "give each its own"));
    }
    Set<String> unknown = new TreeSet<>();
    dashboard.queries().forEach(query -> unknown.addAll(SeriesNames.in(query)));
    unknown.removeIf(KnownSeries::has);
    for (String name : unknown) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ625,
              text,
              "nobody has the series " + Quoted.quote(name),
              "read one that the platform records or scrapes, or that README.md asks for"));
    }
  }
}
