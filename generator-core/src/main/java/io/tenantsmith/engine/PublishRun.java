package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.Planner;
import io.tenantsmith.publish.Publication;
import io.tenantsmith.publish.PublishMode;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.publish.PublishTry;
import io.tenantsmith.publish.Published;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes a fleet: judges it once and renders it against every base that the publisher meets. */
final class PublishRun {

  private static final String ROOT = "repository";

  private final Surroundings surroundings;
  private final Progress progress;

  PublishRun(Surroundings surroundings, Progress progress) {
    this.surroundings = surroundings;
    this.progress = progress;
  }

  Report run(Request request, PublishOptions options, LoadedFleet loaded) {
    RunReport report = new RunReport(loaded);
    JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
    report.add(judged.diagnostics());
    if (judged.isRefused()) {
      return report.add(PatchMistakes.beside(report.diagnostics(), judged)).refused();
    }
    Fleet fleet = judged.fleet().orElseThrow();
    report.inputs(judged.tenants().size(), fleet);
    Optional<PublishTarget> target = target(request, options, fleet);
    if (target.isEmpty()) {
      return report.add(List.of(nowhere(request))).refused();
    }
    Result<Published> published = publish(judged, target.get());
    report.add(published.diagnostics());
    return published.value().map(end -> ended(report, end)).orElseGet(report::refused);
  }

  private Result<Published> publish(JudgedFleet judged, PublishTarget target) {
    try (Publication publication = Publication.open(target, surroundings)) {
      try {
        Optional<PublishTry> attempt = publication.next();
        while (attempt.isPresent()) {
          render(judged, attempt.get());
          attempt = publication.next();
        }
      } catch (IOException e) {
        publication.failed(e);
      }
      return publication.end();
    }
  }

  private void render(JudgedFleet judged, PublishTry attempt) throws IOException {
    Result<CurrentTree> base = new IndexReader(ROOT).read(attempt.base());
    if (base.value().isEmpty()) {
      attempt.refuse(base.diagnostics());
      return;
    }
    CurrentTree current = base.value().get();
    Result<SettledFleet> settled = judged.against(current.index().tenants());
    if (settled.value().isEmpty()) {
      attempt.note(PatchMistakes.beside(settled.diagnostics(), judged));
      attempt.refuse(settled.diagnostics());
      return;
    }
    attempt.note(settled.diagnostics());
    Planner.Terms terms =
        new Planner.Terms(ROOT, HandEdits.REFUSE, settled.value().get().isPartial());
    ComparedFleet compared =
        new FleetRenderer(settled.value().get(), progress)
            .into(new Planner(current, attempt.sink(), terms));
    attempt.note(compared.findings());
    attempt.commit(compared.plan());
  }

  private static Optional<PublishTarget> target(
      Request request, PublishOptions options, Fleet fleet) {
    Fleet.Publish publish = fleet.publish();
    Optional<String> repository =
        options.repositoryOverride().or(() -> publish.pushTarget().map(Sourced::value));
    return repository.map(
        where ->
            new PublishTarget(
                new PublishTarget.Destination(
                    where,
                    options.branchOverride().orElse(publish.branch().value()),
                    PublishMode.of(publish.mode().value()).orElse(PublishMode.DIRECT),
                    publish.create()),
                new PublishTarget.Author(publish.author().name(), publish.author().email(), "none"),
                new PublishTarget.Origin(request.directory(), publish.readUrl()),
                new PublishTarget.GuardLimits(
                    fleet.guards().maxRemovedTenants(),
                    fleet.guards().maxChangedPercent(),
                    options.allowRemoved(),
                    options.allowChanged()),
                publish
                    .pushTarget()
                    .map(Sourced::range)
                    .orElse(SourceRange.ofFile(request.folders().fleet()))));
  }

  private static Diagnostic nowhere(Request request) {
    return Diagnostic.error(
            Code.PUB707,
            SourceRange.ofFile(request.folders().fleet()),
            "no repository to publish to is named")
        .withHint("set publish.repository there, or give --repository (-Dtenantsmith.repository)");
  }

  private static Report ended(RunReport report, Published end) {
    Published.Where where = end.where();
    String place = where.branch() + " in " + where.repository();
    switch (end.ending()) {
      case PUSHED ->
          report.step(
              "committed",
              end.commits().abbreviated().orElse("") + " to " + place,
              String.format(Locale.ROOT, "%d files", end.files().total() + 1));
      case NOTHING_TO_COMMIT -> report.step("unchanged", place, "already current, no commit");
      case SUPERSEDED -> report.step("unchanged", place, "superseded by a newer publish");
      default -> {}
    }
    return report.ended(
        switch (end.ending().kind()) {
          case DONE -> Outcome.DONE;
          case REFUSED -> Outcome.REFUSED;
          case GUARD -> Outcome.GUARD_REFUSED;
          case ENVIRONMENT -> Outcome.ENVIRONMENT_FAILED;
        });
  }
}
