package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.doctor.Examinations;
import io.tenantsmith.doctor.Finding;
import io.tenantsmith.doctor.Patient;
import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.DoctorResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.LoadedFleet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what this machine, this repository and the remote lack, with the command that mends it.
 * Writes nothing that stays, unless it is asked for schemas.
 */
public record Doctor(DoctorOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    LoadedFleet loaded = new Inputs(request, session.progress(), List.of()).read();
    Patient patient =
        new Patient(
            request,
            session.surroundings(),
            session.front(),
            options,
            new Patient.FleetFacts(
                PublishPlace.inputs(request, loaded.sources()),
                target(request, session, loaded),
                () -> new Check().run(request, session)));
    List<Finding> findings = Examinations.of(patient);
    List<Diagnostic> said =
        findings.stream()
            .flatMap(finding -> finding.diagnostic().stream())
            .distinct()
            .sorted()
            .toList();
    return new Report(
        outcome(findings),
        said,
        new DoctorResult(findings.stream().map(Finding::row).toList()),
        loaded.inputFiles(),
        loaded.lines());
  }

  /** Where a publish would go, were the inputs committed; that they are not is said elsewhere. */
  private @Nullable PublishTarget target(Request request, Session session, LoadedFleet loaded) {
    Fleet fleet = loaded.workspace().fleet();
    PublishOptions target = options.target();
    PublishOptions.Permits dirty = new PublishOptions.Permits(null, null, true, List.of());
    return fleet == null
        ? null
        : new PublishPlace(
                new PublishOptions(target.repository(), target.branch(), dirty),
                request,
                session.front())
            .target(loaded, fleet)
            .orElse(null);
  }

  /** The environment failed if nothing of the fleet did. */
  private static Outcome outcome(List<Finding> findings) {
    List<Finding> failures = findings.stream().filter(Finding::isFailure).toList();
    if (failures.isEmpty()) {
      return Outcome.DONE;
    }
    return failures.stream().allMatch(Finding::outside)
        ? Outcome.ENVIRONMENT_FAILED
        : Outcome.REFUSED;
  }
}
