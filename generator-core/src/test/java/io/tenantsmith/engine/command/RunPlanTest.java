package io.tenantsmith.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PlanNote;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.harness.GivenMachine;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.Planner;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.PlanBrief;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.FleetRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan that cannot be made is in nobody's way: what is known is said, and why there is no more.
 */
class RunPlanTest {

  @TempDir private Path folder;

  @BeforeEach
  void changeOne() throws IOException {
    SampleFleet.copyTo(folder, 1);
    Report report = new Generate(false).run(Request.of(folder), session());
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    Path tenant = folder.resolve("tenants/acme-corp.yaml");
    Files.writeString(
        tenant,
        Files.readString(tenant).replaceFirst("(?m)^display_name: .*", "display_name: New"));
  }

  @Test
  void aBaseThatCannotBeReadIsSaid() {
    assertFails(
        () -> {
          throw new AccessDeniedException("index.json");
        },
        "access denied: index.json");
    assertFails(
        () -> {
          throw new UncheckedIOException(new IOException("the disk is gone"));
        },
        "the disk is gone");
  }

  @Test
  void aMistakeOfThePlannerIsSaid() {
    assertFails(
        () -> {
          throw new IllegalStateException("never seen");
        },
        "tenantsmith made a mistake");
  }

  private void assertFails(RunPlan.Opening opening, String why) {
    PlanNote note = note(opening).orElseThrow();
    assertThat(note.plan().counts()).isEqualTo(new FleetPlan.Counts(0, 1, 0, 2));
    assertThat(note.unknown()).contains(why);
  }

  @Test
  void theSummarySaysBoth() {
    PlanNote note =
        note(() -> {
              throw new AccessDeniedException("index.json");
            })
            .orElseThrow();
    assertThat(PlanBrief.of(note.plan(), note.failure(), Style.PLAIN))
        .containsExactly(
            "Plan: 0 to add, 1 to change, 0 to remove; 2 unchanged",
            "dangers: not known, access denied: index.json");
  }

  private Optional<PlanNote> note(RunPlan.Opening opening) {
    List<PlanNote> notes = new ArrayList<>();
    OutputRun.of(
        Request.of(folder),
        session(),
        run -> {
          RunPlan plan = RunPlan.of(session(), run.settled(), change -> {});
          ComparedFleet compared =
              new FleetRenderer(run.settled(), plan.contributors(), Progress.NONE, 1)
                  .into(
                      new Planner(
                          run.current(),
                          plan.alike(),
                          new Planner.Terms("output", HandEdits.REFUSE, false)));
          plan.note(compared, new RunPlan.Inputs(run.now().loaded(), "", List.of()), opening)
              .ifPresent(notes::add);
          return run.report().refused();
        });
    return notes.stream().findFirst();
  }

  private Session session() {
    return new Session(new GivenMachine(folder), Progress.NONE);
  }
}
