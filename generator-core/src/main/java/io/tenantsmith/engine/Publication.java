package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.ExistingTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Planner;
import io.tenantsmith.output.RenderedTree;
import io.tenantsmith.publish.PublishMode;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.publish.Published;
import io.tenantsmith.publish.Publisher;
import io.tenantsmith.publish.TreeComparison;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes a fleet: hands the publisher a tree for every base that it meets. */
final class Publication {

  private final Surroundings surroundings;
  private final Progress progress;

  Publication(Surroundings surroundings, Progress progress) {
    this.surroundings = surroundings;
    this.progress = progress;
  }

  Report run(Request request, PublishOptions options, Assessment assessment) {
    RunReport report = new RunReport(assessment);
    Judgement judgement = new Judgement(assessment, request.selection());
    Result<SettledFleet> settled = judgement.against(List.of());
    report.add(settled.diagnostics());
    if (settled.value().isEmpty()) {
      return report.refused();
    }
    report.inputs(settled.value().get());
    Fleet fleet = settled.value().get().fleet();
    Optional<PublishTarget> target = target(request, options, fleet);
    if (target.isEmpty()) {
      return report.add(List.of(nowhere(request))).refused();
    }
    Result<Published> published =
        new Publisher(surroundings, new CommitComparison())
            .publish(target.get(), base -> tree(judgement, base));
    report.add(
        published.diagnostics().stream().filter(d -> !settled.diagnostics().contains(d)).toList());
    return published.value().map(end -> ended(report, end)).orElseGet(report::refused);
  }

  private Result<RenderedTree> tree(Judgement judgement, OwnershipIndex base) {
    Result<SettledFleet> settled = judgement.against(base.tenants());
    return settled
        .value()
        .map(
            fleet ->
                Result.<RenderedTree>of(
                    new FleetTree(fleet, new Contributors(), progress), settled.diagnostics()))
        .orElseGet(() -> Result.failed(settled.diagnostics()));
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

  /** The same comparison as that of the output folder, over the files of a commit. */
  private static final class CommitComparison implements TreeComparison {

    private static final String ROOT = "repository";

    @Override
    public Result<OwnershipIndex> index(ExistingTree existing) throws IOException {
      return new IndexReader(ROOT).read(existing);
    }

    @Override
    public Result<Plan> plan(ExistingTree existing, RenderedTree rendered, ChangeSink sink)
        throws IOException {
      return new Planner(HandEdits.REFUSE, ROOT).plan(existing, rendered, sink);
    }
  }
}
