package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.Plan;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Collects what a run has to say. */
final class RunReport {

  private final LoadedFleet loaded;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Report.Step> steps = new ArrayList<>();

  RunReport(LoadedFleet loaded) {
    this.loaded = loaded;
  }

  RunReport add(List<Diagnostic> more) {
    diagnostics.addAll(more);
    return this;
  }

  RunReport add(ComparedFleet compared) {
    return add(compared.findings()).add(compared.plan().diagnostics());
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  void step(String name, String fact, String remark) {
    steps.add(new Report.Step(name, fact, remark));
  }

  void inputs(int tenants, Fleet fleet) {
    step(
        "inputs",
        count(tenants, "tenant")
            + ", "
            + count(loaded.workspace().tiers().size(), "tier")
            + ", "
            + count(fleet.clusters().size(), "cluster"),
        "ok");
  }

  void rendered(ComparedFleet tree, Stopwatch watch) {
    step(
        "rendered",
        count(tree.objects(), "object") + " in " + count(tree.files(), "file"),
        watch.text());
  }

  void wrote(Plan plan, Request request) {
    Plan.FileCounts files = plan.files();
    step(
        "wrote",
        request.folders().output(),
        String.format(
                Locale.ROOT,
                "%d new, %d changed, %d removed",
                files.created(),
                files.changed(),
                files.removed())
            + (plan.isEmpty() ? " (already current)" : ""));
  }

  /** How to bring each cluster's folder into the cluster, by hand or by what starts a sync tool. */
  void next(SettledFleet settled, ComparedFleet tree, Request request) {
    for (Cluster cluster : settled.selectedClusters()) {
      RelativePath folder = Layout.cluster(cluster.name().value());
      RelativePath bootstrap = Layout.bootstrap(cluster.name().value());
      List<String> starters =
          Stream.of("flux.yaml", "argocd.yaml")
              .map(bootstrap::resolve)
              .filter(tree.shared()::contains)
              .map(file -> file.relativeTo(folder).value())
              .toList();
      String byHand =
          "kubectl apply --server-side -k " + request.folders().output() + "/" + folder.value();
      step(
          "next",
          starters.isEmpty() ? byHand : byHand + "   (or " + String.join(", ", starters) + ")",
          "");
    }
  }

  void current(Request request) {
    step("checked", request.folders().output(), "current");
  }

  Report done() {
    return ended(Outcome.DONE);
  }

  Report refused() {
    return ended(Outcome.REFUSED);
  }

  Report ended(Outcome outcome) {
    diagnostics.sort(Comparator.naturalOrder());
    return new Report(outcome, diagnostics, steps, loaded.inputFiles(), loaded.lines());
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
