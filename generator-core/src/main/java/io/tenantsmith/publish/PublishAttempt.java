package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.git.CommitDraft;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.PushAnswer;
import io.tenantsmith.git.Tips;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.ExistingTree;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.Plan;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to publish on what the branch holds now. The caller compares what is rendered with
 * {@link #base}, hands the differences to {@link #sink}, and ends with {@link #commit} or {@link
 * #refuse}.
 */
public final class PublishAttempt {

  private final PublishJob job;
  private final GitopsRepository repository;
  private final Tips tips;
  private final CommitDraft draft;
  private final List<Diagnostic> notes = new ArrayList<>();
  private @Nullable Ending ending;
  private @Nullable Plan plan;
  private @Nullable CommitId commit;
  private @Nullable PushAnswer answer;

  PublishAttempt(PublishJob job, GitopsRepository repository, Tips tips) throws IOException {
    this.job = job;
    this.repository = repository;
    this.tips = tips;
    this.draft = new CommitDraft(repository, tips);
  }

  /** Checks whether a newer input is published already; then there is nothing to try. */
  void begin() throws IOException {
    if (isSuperseded(draft.base()) || isSuperseded(draft.pushed())) {
      ending = Ending.SUPERSEDED;
    }
  }

  /** The tree that the branch holds now. */
  public ExistingTree base() {
    return draft.base()::read;
  }

  /** Takes what differs from the base. */
  public ChangeSink sink() {
    return this::take;
  }

  /** Adds diagnostics; an error prevents the commit. */
  public void note(List<Diagnostic> diagnostics) {
    notes.addAll(diagnostics);
  }

  /** Ends the publish: nothing can be rendered against this base. */
  public void refuse(List<Diagnostic> diagnostics) {
    note(diagnostics);
    note(draft.base().obstacles());
    ending = Ending.REFUSED;
  }

  /** Commits what the sink took and pushes it, unless something or a guard is in the way. */
  public void commit(Plan made) throws IOException {
    plan = made;
    note(made.diagnostics());
    if (notes.stream().anyMatch(Diagnostic::isError) || !draft.base().obstacles().isEmpty()) {
      refuse(List.of());
      return;
    }
    List<Diagnostic> guard = new Guard(job.target().guards()).check(made.tenants());
    note(guard);
    ending = guard.isEmpty() ? push(made) : Ending.GUARD;
  }

  /** How the attempt ended; empty if another one is due. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  List<Diagnostic> notes() {
    return notes;
  }

  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }

  Optional<CommitId> made() {
    return Optional.ofNullable(commit);
  }

  Optional<PushAnswer> answer() {
    return Optional.ofNullable(answer);
  }

  void close() {
    draft.close();
  }

  private void take(Change change) throws IOException {
    OutputFile file = change.after();
    if (file == null) {
      draft.remove(change.path());
    } else {
      draft.put(file.path(), file.content());
    }
  }

  private boolean isSuperseded(CommitTree tree) throws IOException {
    Optional<CommitId> published = HydratorMetadata.inputOf(tree);
    if (published.isEmpty()) {
      return false;
    }
    InputHistory.Order order = job.history().compare(published.get(), job.input());
    if (order == InputHistory.Order.NEWER) {
      String fact = "the branch already holds the tree of input " + published.get().sha();
      note(fact + ", which is newer than " + job.input().sha());
    } else if (order == InputHistory.Order.UNKNOWN && job.input().isKnown()) {
      note("cannot tell whether the published input " + published.get().sha() + " is newer");
    }
    return order == InputHistory.Order.NEWER;
  }

  private void note(String fact) {
    Diagnostic note = Diagnostic.note(Code.PUB705, job.target().place(), fact);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private @Nullable Ending push(Plan made) throws IOException {
    OutputFile metadata = HydratorMetadata.file(job.target().origin().url(), job.input());
    draft.put(metadata.path(), metadata.content());
    if (draft.isPublishedWithout(HydratorMetadata.PATH)) {
      return Ending.NOTHING_TO_COMMIT;
    }
    String message = new CommitMessage(job.input(), made, draft.base().id()).text();
    commit = draft.commit(author(), message);
    answer = repository.push(tips, commit);
    return switch (answer.kind()) {
      case DONE -> Ending.PUSHED;
      case REFUSED, FAILED -> Ending.ENVIRONMENT;
      case LOST, UNKNOWN -> null;
    };
  }

  private CommitDraft.Author author() {
    PublishTarget.Author author = job.target().author();
    return new CommitDraft.Author(author.name(), author.email(), job.surroundings().now());
  }
}
