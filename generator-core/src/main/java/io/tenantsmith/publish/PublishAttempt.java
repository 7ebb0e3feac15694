package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.CommitDraft;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitopsRepository;
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
  private final Succession succession;
  private final List<Diagnostic> notes = new ArrayList<>();
  private @Nullable Ending ending;
  private @Nullable Plan plan;
  private @Nullable String published;
  private @Nullable CommitId commit;
  private @Nullable PushAnswer answer;

  PublishAttempt(PublishJob job, GitopsRepository repository, Tips tips) throws IOException {
    this.job = job;
    this.repository = repository;
    this.tips = tips;
    this.succession = new Succession(job);
    this.draft = new CommitDraft(repository, tips);
  }

  /** Checks whether our inputs may follow what is published; if not, there is nothing to try. */
  void begin() throws IOException {
    succession.follow(draft.base());
    succession.follow(draft.pushed());
    note(succession.diagnostics());
    published = HydratorMetadata.of(draft.pushed()).map(input -> input.whole().text()).orElse(null);
    ending = succession.ending().orElse(null);
  }

  /** What messages call the tree: the repository, and the branch as Git writes it before a path. */
  public String treeName() {
    PublishTarget.Destination destination = job.target().destination();
    return destination.display() + " " + destination.branch().value() + ":";
  }

  /** What a plan calls the branch. */
  public String branch() {
    PublishTarget.Destination destination = job.target().destination();
    return destination.branch().value();
  }

  /** The commit that the branch is at now; empty if it does not exist yet. */
  public Optional<CommitId> baseCommit() {
    return tips.ofBase();
  }

  /** The inputs from which the tree was rendered that the branch holds now, as it names them. */
  public Optional<PublishedBranch.TreeOrigin> origin() throws IOException {
    return PublishedBranch.originOf(draft.base());
  }

  /** The commit of our inputs, marked if it is not all of them; empty if there is none. */
  public String input() {
    return job.input().commit().isKnown() ? job.input().text() : "";
  }

  /** The tree that the branch holds now. */
  public ExistingTree base() {
    return draft.base()::read;
  }

  /** The commits that led to that tree, all of them; empty if the branch does not exist yet. */
  public Optional<BranchHistory> history() throws IOException {
    Optional<CommitId> tip = tips.ofBase();
    if (tip.isEmpty()) {
      return Optional.empty();
    }
    repository.deepen();
    return Optional.of(BranchHistory.of(repository, tip.get()));
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

  /**
   * Commits what the sink took and pushes it, unless something or a guard is in the way.
   *
   * @param guarded what the caller's own guards say; an error refuses like one of ours
   * @param described what changes, in lines for the body of the commit's message; may be empty
   */
  public void commit(Plan made, List<Diagnostic> guarded, String described) throws IOException {
    plan = made;
    note(made.diagnostics());
    if (notes.stream().anyMatch(Diagnostic::isError) || !draft.base().obstacles().isEmpty()) {
      refuse(List.of());
      return;
    }
    List<Diagnostic> guard = new ArrayList<>(guarded);
    guard.addAll(guard().check(made.tenants()));
    note(guard);
    ending = guard.stream().noneMatch(Diagnostic::isError) ? push(made, described) : Ending.GUARD;
  }

  /** Whether the branch does not exist yet. */
  boolean isFirst() {
    return !tips.exist();
  }

  /** The inputs that the branch holds. */
  Optional<PublishedInput> published() throws IOException {
    return HydratorMetadata.of(draft.base());
  }

  /** How the attempt ended; empty if another one is due. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  List<Diagnostic> notes() {
    return notes;
  }

  /** What the branch named as its input before. */
  Optional<String> publishedInput() {
    return Optional.ofNullable(published);
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

  private @Nullable Ending push(Plan made, String described) throws IOException {
    PublishTarget.Origin origin = job.target().origin();
    PublishedInput holds = holds(made);
    OutputFile metadata = HydratorMetadata.file(origin.url(), holds);
    draft.put(metadata.path(), metadata.content());
    if (draft.isPublishedWithout(HydratorMetadata.PATH) && !isBetter(holds)) {
      return Ending.NOTHING_TO_COMMIT;
    }
    CommitMessage.Origin from =
        new CommitMessage.Origin(job.input(), origin.part(), holds, draft.base().id());
    CommitMessage message =
        new CommitMessage(from, made, guard().lifted(made.tenants()), described);
    commit = draft.commit(author(), message.text());
    answer = repository.push(tips, commit);
    return switch (answer.kind()) {
      case DONE -> Ending.PUSHED;
      case REFUSED, FAILED -> Ending.ENVIRONMENT;
      case LOST, UNKNOWN -> null;
    };
  }

  private Guard guard() {
    return new Guard(job.target().guards());
  }

  /** The inputs that the tree holds once this plan is carried out. */
  private PublishedInput holds(Plan made) throws IOException {
    String part = job.target().origin().part();
    Optional<PublishedInput> before = HydratorMetadata.of(draft.base());
    return part.isEmpty() || before.isEmpty()
        ? PublishedInput.of(job.input())
        : before.get().with(part, job.input(), made.next());
  }

  /**
   * Whether it is worth a commit that only these inputs are named: where the branch names inputs
   * that were dirty, or that we do not descend from, each later publish would meet them again.
   */
  private boolean isBetter(PublishedInput holds) throws IOException {
    Optional<PublishedInput> before = HydratorMetadata.of(draft.pushed());
    return holds.isPlain()
        && before.isPresent()
        && (succession.replaces() || !before.get().isPlain());
  }

  private CommitDraft.Author author() {
    PublishTarget.Author author = job.target().author();
    return new CommitDraft.Author(author.name(), author.email(), job.surroundings().now());
  }
}
