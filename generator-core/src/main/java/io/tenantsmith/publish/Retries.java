package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.PushAnswer;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.git.Tips;
import io.tenantsmith.git.UnreachableException;
import io.tenantsmith.output.Plan;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Retries until the branch holds the tree, or it is clear that it will not. */
final class Retries {

  private static final int MAX_TRIES = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final PublishJob job;
  private final GitopsRepository repository;
  private @Nullable Attempt last;

  Retries(PublishJob job, GitopsRepository repository) {
    this.job = job;
    this.repository = repository;
  }

  Result<Published> run() throws IOException {
    for (int i = 0; i < MAX_TRIES; i++) {
      Tips tips;
      try {
        tips = repository.fetch();
      } catch (UnreachableException e) {
        return end(Ending.ENVIRONMENT, List.of(unreachable(String.valueOf(e.getMessage()))));
      }
      if (holdsOurCommit(tips)) {
        return end(Ending.PUSHED, List.of());
      }
      last = new Attempt(job, repository, tips);
      Optional<Ending> ending = last.run();
      if (ending.isPresent()) {
        return end(
            ending.get(), ending.get() == Ending.ENVIRONMENT ? List.of(refused()) : List.of());
      }
      if (!pause(i)) {
        return end(Ending.ENVIRONMENT, List.of(lost("interrupted while waiting for another try")));
      }
    }
    if (holdsOurCommit(repository.fetch())) {
      return end(Ending.PUSHED, List.of());
    }
    return end(
        Ending.ENVIRONMENT,
        List.of(lost("the branch moved under every one of " + MAX_TRIES + " tries")));
  }

  /** After a broken connection only the repository knows whether the push arrived. */
  private boolean holdsOurCommit(Tips tips) {
    return last != null && last.made().filter(tips::hold).isPresent();
  }

  private boolean pause(int tries) {
    double millis = FIRST_PAUSE_MILLIS * (1L << tries) * (0.5 + job.surroundings().jitter());
    try {
      job.surroundings().sleep(Duration.ofMillis((long) millis));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Result<Published> end(Ending ending, List<Diagnostic> more) {
    Attempt attempt = last;
    List<Diagnostic> said = new ArrayList<>(repository.notes());
    if (attempt != null) {
      said.addAll(attempt.said());
    }
    said.addAll(more);
    return Result.of(published(ending, attempt), said);
  }

  private Published published(Ending ending, @Nullable Attempt attempt) {
    Optional<Plan> plan = attempt == null ? Optional.empty() : attempt.plan();
    Optional<CommitId> made =
        ending == Ending.PUSHED && attempt != null ? attempt.made() : Optional.empty();
    PublishTarget.Destination destination = job.target().destination();
    return new Published(
        ending,
        new Published.Where(
            display(), destination.mode().pushBranch(destination.branch(), job.input())),
        new Published.Commits(made.map(CommitId::sha).orElse(null), job.input().sha()),
        plan.map(Plan::files).orElse(new Plan.FileCounts(0, 0, 0, 0)),
        plan.map(found -> counts(found.tenants())).orElse(new Published.TenantCounts(0, 0, 0)));
  }

  private static Published.TenantCounts counts(Plan.TenantChanges tenants) {
    return new Published.TenantCounts(
        tenants.added().size(), tenants.changed().size(), tenants.removed().size());
  }

  private String display() {
    return RepositoryAddress.of(job.target().destination().repository()).display();
  }

  private Diagnostic unreachable(String words) {
    String fact = "publish.repository " + display() + " cannot be reached: " + Quoted.escape(words);
    return Diagnostic.error(Code.PUB701, job.target().place(), fact)
        .withHint("check the address, the network and the credentials, then publish again");
  }

  private Diagnostic refused() {
    return Diagnostic.error(
            Code.PUB703, job.target().place(), display() + " refused the push" + serverWords())
        .withHint("see whether the branch is protected, or use publish.mode: branch");
  }

  private Diagnostic lost(String fact) {
    return Diagnostic.error(Code.PUB704, job.target().place(), fact + serverWords())
        .withHint("publish again; nothing was changed");
  }

  private String serverWords() {
    Optional<PushAnswer> answer = last == null ? Optional.empty() : last.answer();
    String words =
        answer
            .map(PushAnswer::words)
            .orElse("")
            .lines()
            .filter(line -> !line.isBlank())
            .limit(4)
            .map(Quoted::quote)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "; it says " + words;
  }
}
