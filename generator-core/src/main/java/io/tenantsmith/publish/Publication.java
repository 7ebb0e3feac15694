package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputDifference;
import io.tenantsmith.git.PushAnswer;
import io.tenantsmith.git.Tips;
import io.tenantsmith.git.UnreachableException;
import io.tenantsmith.output.Plan;
import io.tenantsmith.publish.Published.Ending;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a tree: one commit, or nothing. Needs no work tree and no installed Git, follows no
 * configuration of user or system, forces no push. Offers one attempt after another until the
 * branch holds the tree, or it is clear that it will not.
 */
public final class Publication implements AutoCloseable {

  private static final int MAX_ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final PublishJob job;
  private final PushDiagnostics diagnostics;
  private final List<Diagnostic> closing = new ArrayList<>();
  private final List<IOException> causes = new ArrayList<>();
  private @Nullable GitopsRepository repository;
  private @Nullable PublishAttempt last;
  private @Nullable Ending ending;
  private int attempts;

  private Publication(PublishJob job) {
    this.job = job;
    this.diagnostics = new PushDiagnostics(job.target());
  }

  /** Opens the repository that is published to; {@link #end} reports what prevents that. */
  public static Publication open(PublishTarget target, Surroundings surroundings) {
    PublishOpening opening = PublishOpening.of(target, surroundings);
    Publication publication = new Publication(opening.job());
    opening
        .repository()
        .ifPresentOrElse(
            opened -> publication.repository = opened,
            () -> publication.ending = opening.refusal());
    publication.closing.addAll(opening.diagnostics());
    return publication;
  }

  /** The next attempt; empty if the publish is over. */
  public Optional<PublishAttempt> next() throws IOException {
    PublishAttempt former = last;
    if (former != null && ending == null) {
      former.close();
      settle(former);
    }
    GitopsRepository open = repository;
    if (ending != null || open == null) {
      return Optional.empty();
    }
    try {
      return begin(open, open.fetch());
    } catch (UnreachableException e) {
      causes.add(e);
      finish(Ending.ENVIRONMENT, List.of(diagnostics.unreachable(e.failure())));
      return Optional.empty();
    }
  }

  /** Gives up: something was not readable or not writable. */
  public void failed(IOException cause) {
    if (last != null) {
      last.close();
    }
    last = null;
    causes.add(cause);
    finish(Ending.ENVIRONMENT, List.of(diagnostics.failed(Code.PUB709, cause)));
  }

  /** How the publish ended, with all diagnostics. */
  public Result<Published> end() {
    List<Diagnostic> said = new ArrayList<>();
    if (repository != null) {
      said.addAll(repository.notes());
    }
    if (last != null) {
      said.addAll(last.notes());
    }
    said.addAll(closing);
    return Result.of(published(ending == null ? Ending.ENVIRONMENT : ending), said);
  }

  /** The history of the branch with the commit that was pushed; empty if none was. */
  public Optional<BranchHistory> pushedHistory() throws IOException {
    Optional<CommitId> made = attempt().flatMap(PublishAttempt::made);
    if (ending != Ending.PUSHED || repository == null || made.isEmpty()) {
      return Optional.empty();
    }
    repository.deepen();
    return Optional.of(BranchHistory.of(repository, made.get()));
  }

  /** The last attempt that was begun. */
  Optional<PublishAttempt> attempt() {
    return Optional.ofNullable(last);
  }

  /** What the diagnostics about disk and network stand for, for whoever wants stack traces. */
  public List<IOException> causes() {
    return List.copyOf(causes);
  }

  @Override
  public void close() {
    if (last != null) {
      last.close();
    }
    if (repository != null) {
      repository.close();
    }
    job.history().close();
  }

  private Optional<PublishAttempt> begin(GitopsRepository open, Tips tips) throws IOException {
    if (holdsOurCommit(tips)) {
      finish(Ending.PUSHED, List.of());
      return Optional.empty();
    }
    if (attempts == MAX_ATTEMPTS) {
      String fact = "the branch moved during each of " + MAX_ATTEMPTS + " attempts";
      finish(Ending.ENVIRONMENT, List.of(diagnostics.lost(fact, last)));
      return Optional.empty();
    }
    attempts++;
    PublishAttempt next = new PublishAttempt(job, open, tips);
    last = next;
    next.begin();
    next.ending().ifPresent(superseded -> finish(superseded, List.of()));
    return next.ending().isPresent() ? Optional.empty() : Optional.of(next);
  }

  /** Takes the ending of an attempt, or waits a moment before another one. */
  private void settle(PublishAttempt former) {
    former.answer().flatMap(PushAnswer::cause).ifPresent(causes::add);
    Optional<Ending> found = former.ending();
    if (found.isPresent()) {
      boolean denied = found.get() == Ending.ENVIRONMENT;
      finish(found.get(), denied ? List.of(diagnostics.refused(former)) : List.of());
    } else if (!pause(attempts - 1)) {
      String fact = "interrupted while waiting for another attempt";
      finish(Ending.ENVIRONMENT, List.of(diagnostics.lost(fact, former)));
    }
  }

  private void finish(Ending how, List<Diagnostic> diagnostics) {
    ending = how;
    closing.addAll(diagnostics);
  }

  /** After a broken connection only the repository knows whether the push arrived. */
  private boolean holdsOurCommit(Tips tips) {
    return last != null && last.made().filter(tips::hold).isPresent();
  }

  private boolean pause(int triesBefore) {
    double millis = FIRST_PAUSE_MILLIS * (1L << triesBefore) * (0.5 + job.surroundings().jitter());
    try {
      job.surroundings().sleep(Duration.ofMillis((long) millis));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Published published(Ending how) {
    Optional<PublishAttempt> attempt = Optional.ofNullable(last);
    Optional<Plan> plan = attempt.flatMap(PublishAttempt::plan);
    String made =
        how == Ending.PUSHED
            ? attempt.flatMap(PublishAttempt::made).map(id -> id.sha()).orElse(null)
            : null;
    return new Published(
        how,
        new Published.Where(job.target().destination().display(), job.pushBranch()),
        new Published.Commits(
            made,
            job.input().commit().sha(),
            job.differences().stream().map(InputDifference::file).toList(),
            attempt.flatMap(PublishAttempt::publishedInput).orElse(null)),
        plan.map(Plan::files).orElse(Plan.FileCounts.NONE),
        plan.map(Plan::tenants).orElse(Plan.TenantChanges.NONE));
  }
}
