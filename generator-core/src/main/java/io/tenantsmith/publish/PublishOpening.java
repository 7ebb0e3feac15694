package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.Machine;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryOpener;
import io.tenantsmith.publish.Published.Ending;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository that the settings name, or why it could not be opened.
 *
 * @param opened null if there is none
 * @param refusal how the publish then ends
 */
record PublishOpening(
    PublishJob job,
    @Nullable GitopsRepository opened,
    Ending refusal,
    List<Diagnostic> diagnostics) {

  static PublishOpening of(PublishTarget target, Surroundings surroundings) {
    GitSystem system = GitSystem.install(surroundings);
    InputHistory history = InputHistory.around(target.origin().folder());
    CommitId input;
    try {
      input = history.head();
    } catch (IOException e) {
      PublishJob job = new PublishJob(target, CommitId.NONE, history, surroundings);
      return failed(job, Code.PUB710, e);
    }
    PublishJob job = new PublishJob(target, input, history, surroundings);
    List<Diagnostic> diagnostics = TargetCheck.check(target, input);
    return diagnostics.isEmpty()
        ? open(job, system)
        : new PublishOpening(job, null, Ending.REFUSED, diagnostics);
  }

  Optional<GitopsRepository> repository() {
    return Optional.ofNullable(opened);
  }

  private static PublishOpening open(PublishJob job, GitSystem system) {
    PublishTarget target = job.target();
    PublishTarget.Destination destination = target.destination();
    Machine machine = new Machine(system, job.surroundings(), destination.repository().place());
    RepositoryOpener.Location location =
        new RepositoryOpener.Location(
            destination.address(),
            destination.repository().name(),
            target.origin().folder(),
            destination.create());
    Refs refs = Refs.of(destination.branch().value(), job.pushBranch());
    try {
      Result<GitopsRepository> opened = new RepositoryOpener(machine, location, refs).open();
      return new PublishOpening(
          job, opened.value().orElse(null), Ending.ENVIRONMENT, opened.diagnostics());
    } catch (IOException e) {
      return failed(job, Code.PUB709, e);
    }
  }

  private static PublishOpening failed(PublishJob job, Code code, IOException cause) {
    Diagnostic diagnostic = new PushDiagnostics(job.target()).failed(code, cause);
    return new PublishOpening(job, null, Ending.ENVIRONMENT, List.of(diagnostic));
  }
}
