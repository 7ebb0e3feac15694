package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a publish would meet: it goes as far as one does before it makes a commit, and changes
 * nothing.
 *
 * @param branch what is there
 * @param input the commit of the inputs that the branch holds; null if it holds none that is known
 * @param diagnostics what the publish would say
 * @param refused whether a mistake among them is one of settings or of what was published before
 */
public record Outlook(
    Where where,
    Branch branch,
    @Nullable CommitId input,
    List<Diagnostic> diagnostics,
    boolean refused) {

  private static final Set<Published.Kind> REFUSALS =
      Collections.unmodifiableSet(EnumSet.of(Published.Kind.REFUSED, Published.Kind.GUARD));

  /** Copies the list. */
  public Outlook {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The repository and branch that are meant.
   *
   * @param kind how the repository is reached
   * @param repository as it may be printed, credentials masked
   */
  public record Where(RepositoryAddress.Kind kind, String repository, String branch) {}

  /** What is there. */
  public enum Branch {
    /** The repository was not reached, or a setting prevents it. */
    NOT_REACHED,
    /** There is no repository; the first publish makes it. */
    NO_REPOSITORY,
    /** The repository has no such branch; the first publish makes it. */
    NO_BRANCH,
    /** The branch. */
    THERE
  }

  /** Looks at a target. */
  public static Outlook of(PublishTarget target, Surroundings surroundings) {
    PublishTarget.Destination to = target.destination();
    Where where = new Where(to.address().kind(), to.display(), to.branch().value());
    if (target.isToBeMade()) {
      return new Outlook(where, Branch.NO_REPOSITORY, null, List.of(), false);
    }
    try (Publication publication = Publication.open(withoutMaking(target), surroundings)) {
      try {
        publication.next();
        return of(where, publication);
      } catch (IOException e) {
        publication.failed(e);
        return new Outlook(where, Branch.NOT_REACHED, null, publication.end().diagnostics(), false);
      }
    }
  }

  /** The commit of the inputs that the branch holds. */
  public Optional<CommitId> publishedInput() {
    return Optional.ofNullable(input);
  }

  private static Outlook of(Where where, Publication publication) throws IOException {
    Optional<PublishAttempt> attempt = publication.attempt();
    Branch branch =
        attempt.isEmpty()
            ? Branch.NOT_REACHED
            : attempt.get().isFirst() ? Branch.NO_BRANCH : Branch.THERE;
    CommitId input =
        attempt.isEmpty()
            ? null
            : attempt.get().published().map(known -> known.whole().commit()).orElse(null);
    Result<Published> end = publication.end();
    boolean refused =
        end.value()
            .map(published -> published.ending().kind())
            .filter(REFUSALS::contains)
            .isPresent();
    return new Outlook(where, branch, input, end.diagnostics(), refused);
  }

  private static PublishTarget withoutMaking(PublishTarget target) {
    PublishTarget.Destination to = target.destination();
    return new PublishTarget(
        new PublishTarget.Destination(to.repository(), to.branch(), to.mode(), false),
        target.author(),
        target.origin(),
        target.guards(),
        target.place());
  }
}
