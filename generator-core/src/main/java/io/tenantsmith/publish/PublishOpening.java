package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputDifference;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.Machine;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryOpener;
import io.tenantsmith.publish.Published.Ending;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository that the settings name, or why it could not be opened.
 *
 * @param opened null if there is none
 * @param refusal how the publish then ends
 * @param diagnostics why there is none; else what is to be said all the same
 */
record PublishOpening(
    PublishJob job,
    @Nullable GitopsRepository opened,
    Ending refusal,
    List<Diagnostic> diagnostics) {

  static PublishOpening of(PublishTarget target, Surroundings surroundings) {
    GitSystem system = GitSystem.install(surroundings);
    InputHistory history = InputHistory.around(target.origin().folder(), surroundings);
    InputMark nothing = new InputMark(CommitId.NONE, false);
    PublishJob job = new PublishJob(target, nothing, List.of(), history, surroundings);
    try {
      // Read once: what is compared, named and published is this commit, wherever HEAD goes.
      CommitId head = history.head();
      List<InputDifference> differences = history.differences(head, target.origin().inputs());
      InputMark input = new InputMark(head, !differences.isEmpty());
      job = new PublishJob(target, input, differences, history, surroundings);
    } catch (IOException e) {
      return failed(job, Code.PUB710, e);
    }
    List<Diagnostic> wrong = TargetCheck.check(target, job.input().commit());
    if (!wrong.isEmpty()) {
      return new PublishOpening(job, null, Ending.REFUSED, wrong);
    }
    List<Diagnostic> said = new InputCheck(job).check();
    return said.stream().anyMatch(Diagnostic::isError)
        ? new PublishOpening(job, null, Ending.GUARD, said)
        : open(job, system, said);
  }

  Optional<GitopsRepository> repository() {
    return Optional.ofNullable(opened);
  }

  private static PublishOpening open(PublishJob job, GitSystem system, List<Diagnostic> said) {
    PublishTarget target = job.target();
    PublishTarget.Destination destination = target.destination();
    Machine machine = new Machine(system, job.surroundings(), destination.repository().place());
    RepositoryOpener.Location location =
        new RepositoryOpener.Location(
            destination.address(),
            destination.repository().name(),
            target.origin().folder(),
            destination.create()
                ? RepositoryOpener.Use.PUBLISH_OR_MAKE
                : RepositoryOpener.Use.PUBLISH);
    Refs refs = Refs.of(destination.branch().value(), job.pushBranch());
    try {
      Result<GitopsRepository> opened = new RepositoryOpener(machine, location, refs).open();
      List<Diagnostic> all = new ArrayList<>(said);
      all.addAll(opened.diagnostics());
      return new PublishOpening(job, opened.value().orElse(null), Ending.ENVIRONMENT, all);
    } catch (IOException e) {
      return failed(job, Code.PUB709, e);
    }
  }

  private static PublishOpening failed(PublishJob job, Code code, IOException cause) {
    Diagnostic diagnostic = new PushDiagnostics(job.target()).failed(code, cause);
    return new PublishOpening(job, null, Ending.ENVIRONMENT, List.of(diagnostic));
  }
}
