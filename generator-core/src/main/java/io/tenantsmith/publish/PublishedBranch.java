package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.Machine;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryOpener;
import io.tenantsmith.git.Tips;
import io.tenantsmith.git.UnreachableException;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The branch that is published to, with all of its history, to be read only.
 *
 * @param history null if there is no such branch
 */
public record PublishedBranch(GitopsRepository repository, @Nullable BranchHistory history)
    implements AutoCloseable {

  /** Opens the branch, or says what prevents it; a repository that is not there is not made. */
  public static Result<PublishedBranch> open(PublishTarget target, Surroundings surroundings) {
    List<Diagnostic> wrong = TargetCheck.check(target);
    if (!wrong.isEmpty()) {
      return Result.failed(wrong);
    }
    PushDiagnostics diagnostics = new PushDiagnostics(target);
    try {
      return opened(target, surroundings);
    } catch (UnreachableException e) {
      return Result.failed(diagnostics.unreachable(e.failure()));
    } catch (IOException e) {
      return Result.failed(diagnostics.failed(Code.PUB709, e));
    }
  }

  /** All of its commits; empty if there is no such branch. */
  public Optional<BranchHistory> commits() {
    return Optional.ofNullable(history);
  }

  /** The commit of the inputs from which a tree has a tenant, marked if it was dirty. */
  public static Optional<String> inputOf(CommitTree tree, String tenant, String cluster)
      throws IOException {
    return HydratorMetadata.of(tree)
        .map(
            input -> {
              SortedMap<String, InputMark> parts = input.parts();
              InputMark ofCluster = parts.getOrDefault("cluster " + cluster, input.whole());
              return parts.getOrDefault("tenant " + tenant, ofCluster).text();
            });
  }

  @Override
  public void close() {
    if (history != null) {
      history.close();
    }
    repository.close();
  }

  private static Result<PublishedBranch> opened(PublishTarget target, Surroundings surroundings)
      throws IOException {
    PublishTarget.Destination destination = target.destination();
    Machine machine =
        new Machine(
            GitSystem.install(surroundings), surroundings, destination.repository().place());
    RepositoryOpener.Location location =
        new RepositoryOpener.Location(
            destination.address(),
            destination.repository().name(),
            target.origin().folder(),
            RepositoryOpener.Use.READ);
    String branch = destination.branch().value();
    Result<GitopsRepository> repository =
        new RepositoryOpener(machine, location, Refs.of(branch, branch)).open();
    if (repository.value().isEmpty()) {
      return Result.failed(repository.diagnostics());
    }
    GitopsRepository found = repository.value().get();
    try {
      return Result.of(new PublishedBranch(found, history(found)), repository.diagnostics());
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private static @Nullable BranchHistory history(GitopsRepository repository) throws IOException {
    Tips tips = repository.fetch();
    Optional<CommitId> tip = tips.ofBase();
    if (tip.isEmpty()) {
      return null;
    }
    repository.deepen();
    return BranchHistory.of(repository, tip.get());
  }
}
