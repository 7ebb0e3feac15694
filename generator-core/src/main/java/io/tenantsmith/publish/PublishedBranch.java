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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    return open(target, surroundings, true);
  }

  /** The same for who needs its last commit only: from a remote the others are not fetched. */
  public static Result<PublishedBranch> openTip(PublishTarget target, Surroundings surroundings) {
    return open(target, surroundings, false);
  }

  private static Result<PublishedBranch> open(
      PublishTarget target, Surroundings surroundings, boolean all) {
    List<Diagnostic> wrong = TargetCheck.check(target);
    if (!wrong.isEmpty()) {
      return Result.failed(wrong);
    }
    PushDiagnostics diagnostics = new PushDiagnostics(target);
    try {
      return opened(target, surroundings, all);
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

  /** The inputs from which a tree was rendered, as it names them; empty if it names none. */
  public static Optional<TreeOrigin> originOf(CommitTree tree) throws IOException {
    return HydratorMetadata.of(tree).map(TreeOrigin::of);
  }

  /**
   * The inputs from which a tree was rendered.
   *
   * @param commit their commit; {@link CommitId#NONE} if they were in no repository
   * @param dirty whether they differed from that commit
   * @param parts the commits of parts that were rendered later, by what they are, for instance
   *     {@code tenant acme-corp}
   */
  public record TreeOrigin(CommitId commit, boolean dirty, SortedMap<String, CommitId> parts) {

    /** Copies the map. */
    public TreeOrigin {
      parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    private static TreeOrigin of(PublishedInput input) {
      SortedMap<String, CommitId> parts = new TreeMap<>();
      input.parts().forEach((part, mark) -> parts.put(part, mark.commit()));
      boolean dirty =
          input.whole().dirty() || input.parts().values().stream().anyMatch(InputMark::dirty);
      return new TreeOrigin(input.whole().commit(), dirty, parts);
    }

    /** The commit of the inputs that a tenant was rendered from. */
    public CommitId of(String tenant, String cluster) {
      CommitId ofCluster = parts.getOrDefault("cluster " + cluster, commit);
      return parts.getOrDefault("tenant " + tenant, ofCluster);
    }
  }

  @Override
  public void close() {
    if (history != null) {
      history.close();
    }
    repository.close();
  }

  private static Result<PublishedBranch> opened(
      PublishTarget target, Surroundings surroundings, boolean all) throws IOException {
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
      return Result.of(new PublishedBranch(found, history(found, all)), repository.diagnostics());
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private static @Nullable BranchHistory history(GitopsRepository repository, boolean all)
      throws IOException {
    Tips tips = repository.fetch();
    Optional<CommitId> tip = tips.ofBase();
    if (tip.isEmpty()) {
      return null;
    }
    if (all) {
      repository.deepen();
    }
    return BranchHistory.of(repository, tip.get());
  }
}
