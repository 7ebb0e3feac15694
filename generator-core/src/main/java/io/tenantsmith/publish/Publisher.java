package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.Machine;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.git.RepositoryOpener;
import io.tenantsmith.output.Plan;
import io.tenantsmith.publish.Published.Ending;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;

/**
 * Publishes a tree: one commit, or nothing. Needs no work tree and no installed Git, follows no
 * configuration of user or system, forces no push.
 */
public final class Publisher {

  private final Surroundings surroundings;
  private final TreeComparison comparison;

  /** A publisher in these surroundings. */
  public Publisher(Surroundings surroundings, TreeComparison comparison) {
    this.surroundings = surroundings;
    this.comparison = comparison;
  }

  /** Renders, commits and pushes; always gives a value that says how it ended. */
  public Result<Published> publish(PublishTarget target, RenderSource source) {
    GitSystem system = GitSystem.install(surroundings);
    InputHistory history = InputHistory.around(target.origin().folder());
    CommitId input;
    try {
      input = history.head();
    } catch (IOException e) {
      return failed(target, CommitId.NONE, error(target, Code.PUB710, e));
    }
    List<Diagnostic> mistakes = TargetCheck.check(target, input);
    if (!mistakes.isEmpty()) {
      return ended(target, input, Ending.REFUSED, mistakes);
    }
    PublishJob job =
        new PublishJob(
            target, source, comparison, new PublishJob.InputState(input, history), surroundings);
    return publish(job, new Machine(system, surroundings, target.place()));
  }

  private Result<Published> publish(PublishJob job, Machine machine) {
    PublishTarget target = job.target();
    PublishTarget.Destination destination = target.destination();
    String branch = destination.mode().pushBranch(destination.branch(), job.input());
    Refs refs = Refs.of(destination.branch(), branch);
    try {
      Result<GitopsRepository> opened =
          new RepositoryOpener(machine, location(target), refs).open();
      if (opened.value().isEmpty()) {
        return ended(target, job.input(), Ending.ENVIRONMENT, opened.diagnostics());
      }
      try (GitopsRepository repository = opened.value().get()) {
        return new Retries(job, repository).run();
      }
    } catch (IOException e) {
      return failed(target, job.input(), error(target, Code.PUB709, e));
    }
  }

  private static RepositoryOpener.Location location(PublishTarget target) {
    PublishTarget.Destination destination = target.destination();
    return new RepositoryOpener.Location(
        RepositoryAddress.of(destination.repository()),
        target.origin().folder(),
        destination.create());
  }

  private static Result<Published> failed(
      PublishTarget target, CommitId input, Diagnostic diagnostic) {
    return ended(target, input, Ending.ENVIRONMENT, List.of(diagnostic));
  }

  private static Result<Published> ended(
      PublishTarget target, CommitId input, Ending ending, List<Diagnostic> diagnostics) {
    PublishTarget.Destination destination = target.destination();
    Published published =
        new Published(
            ending,
            new Published.Where(
                RepositoryAddress.of(destination.repository()).display(),
                destination.mode().pushBranch(destination.branch(), input)),
            new Published.Commits(null, input.sha()),
            new Plan.FileCounts(0, 0, 0, 0),
            new Published.TenantCounts(0, 0, 0));
    return Result.of(published, diagnostics);
  }

  private static Diagnostic error(PublishTarget target, Code code, IOException cause) {
    String words = Quoted.escape(String.valueOf(cause.getMessage()));
    return Diagnostic.error(
        code,
        target.place(),
        code.title() + ": " + cause.getClass().getSimpleName() + ": " + words);
  }
}
