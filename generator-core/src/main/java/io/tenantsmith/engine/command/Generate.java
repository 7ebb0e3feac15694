package io.tenantsmith.engine.command;

import io.tenantsmith.engine.GenerateResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PlanNote;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.output.FolderWriter;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.Plan;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.ComparedFleet;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks, renders and writes the output folder.
 *
 * @param takeGenerated whether the generated state replaces hand edits
 */
public record Generate(boolean takeGenerated) implements Command {

  @Override
  public Report run(Request request, Session session) {
    return OutputRun.of(request, session, this::write);
  }

  private Report write(OutputRun run) throws IOException {
    Stopwatch watch = run.stopwatch();
    try (FolderWriter writer = new FolderWriter(run.outputFolder(), run.current())) {
      OutputRun.Compared found =
          run.compare(writer, takeGenerated ? HandEdits.OVERWRITE : HandEdits.REFUSE);
      ComparedFleet compared = found.fleet();
      if (compared.isRefused()) {
        GenerateResult nothing = new GenerateResult(run.fleetSize(), null);
        return run.report().ended(Outcome.REFUSED, nothing);
      }
      PlanNote plan = found.plan().get().orElse(null);
      if (run.settled().isPartial()) {
        writer.applyPart();
      } else {
        writer.apply();
      }
      run.report().add(ConvertedLineEnds.restored(run.outputName(), compared.plan().converted()));
      return run.report().ended(Outcome.DONE, result(run, compared, plan, watch));
    }
  }

  private static GenerateResult result(
      OutputRun run, ComparedFleet compared, @Nullable PlanNote planned, Stopwatch watch) {
    Plan plan = compared.plan();
    return new GenerateResult(
        run.fleetSize(),
        new GenerateResult.Writing(
            run.outputName(),
            Counts.rendering(compared, watch),
            Counts.files(plan.files()),
            Counts.tenants(run.settled(), plan),
            plan.tenants().removed(),
            compared.steps(),
            run.settled().selectedClusters().stream()
                .map(cluster -> next(cluster, compared, run.outputName()))
                .toList(),
            planned));
  }

  /** How to bring a cluster's folder into the cluster: by hand, or by starting a sync tool. */
  private static GenerateResult.NextStep next(
      Cluster cluster, ComparedFleet compared, String output) {
    String name = cluster.name().value();
    RelativePath folder = Layout.cluster(name);
    RelativePath bootstrap = Layout.bootstrap(name);
    List<String> starters =
        compared.shared().stream()
            .filter(file -> bootstrap.equals(file.parent()))
            .map(file -> file.relativeTo(folder).value())
            .sorted()
            .toList();
    return new GenerateResult.NextStep(name, output + "/" + folder.value(), starters);
  }
}
