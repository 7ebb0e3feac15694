package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.CommitDraft;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.git.GitopsRepository;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.PushAnswer;
import io.tenantsmith.git.Tips;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.RenderedTree;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try: render on what the branch holds now, judge, commit, push. */
final class Attempt {

  private final PublishJob job;
  private final GitopsRepository repository;
  private final Tips tips;
  private final List<Diagnostic> said = new ArrayList<>();
  private String tool = "tenantsmith";
  private @Nullable Plan plan;
  private @Nullable CommitId commit;
  private @Nullable PushAnswer answer;

  Attempt(PublishJob job, GitopsRepository repository, Tips tips) {
    this.job = job;
    this.repository = repository;
    this.tips = tips;
  }

  /** How the try ended; empty if another one is due. */
  Optional<Ending> run() throws IOException {
    try (CommitDraft draft = new CommitDraft(repository, tips)) {
      if (isSuperseded(draft.base()) || isSuperseded(draft.pushed())) {
        return Optional.of(Ending.SUPERSEDED);
      }
      Optional<Ending> refused = render(draft);
      return refused.isPresent() ? refused : commit(draft);
    }
  }

  List<Diagnostic> said() {
    return said;
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
    if (!said.contains(note)) {
      said.add(note);
    }
  }

  private Optional<Ending> render(CommitDraft draft) throws IOException {
    CommitTree base = draft.base();
    Result<OwnershipIndex> index = job.comparison().index(base::read);
    said.addAll(index.diagnostics());
    if (index.value().isEmpty() || index.hasErrors()) {
      return refused(base);
    }
    Result<RenderedTree> rendered = job.source().render(index.value().get());
    said.addAll(rendered.diagnostics());
    if (rendered.value().isEmpty() || rendered.hasErrors()) {
      return refused(base);
    }
    Result<Plan> planned =
        job.comparison().plan(base::read, rendered.value().get(), new CommitSink(draft));
    said.addAll(planned.diagnostics());
    plan = planned.value().orElse(null);
    if (plan == null || planned.hasErrors() || plan.hasErrors() || !base.obstacles().isEmpty()) {
      plan().ifPresent(made -> said.addAll(made.diagnostics()));
      return refused(base);
    }
    said.addAll(plan.diagnostics());
    List<Diagnostic> guard = new Guard(job.target().guards()).check(plan.tenants());
    said.addAll(guard);
    tool = rendered.value().get().tool();
    return guard.isEmpty() ? Optional.empty() : Optional.of(Ending.GUARD);
  }

  private Optional<Ending> refused(CommitTree base) {
    said.addAll(base.obstacles());
    return Optional.of(Ending.REFUSED);
  }

  private Optional<Ending> commit(CommitDraft draft) throws IOException {
    OutputFile metadata = HydratorMetadata.file(job.target().origin().url(), job.input());
    draft.put(metadata.path(), metadata.content());
    if (draft.isPublishedWithout(HydratorMetadata.PATH)) {
      return Optional.of(Ending.NOTHING_TO_COMMIT);
    }
    if (plan == null) {
      throw new IllegalStateException("no commit without a plan");
    }
    commit =
        draft.commit(
            author(), new CommitMessage(job.input(), tool, plan, draft.base().id()).text());
    answer = repository.push(tips, commit);
    return switch (answer.kind()) {
      case DONE -> Optional.of(Ending.PUSHED);
      case REFUSED -> Optional.of(Ending.ENVIRONMENT);
      case LOST, UNKNOWN -> Optional.empty();
    };
  }

  private CommitDraft.Author author() {
    PublishTarget.Author author = job.target().author();
    return new CommitDraft.Author(author.name(), author.email(), job.surroundings().now());
  }

  /** Puts what differs into the draft. */
  private record CommitSink(CommitDraft draft) implements ChangeSink {

    @Override
    public void put(OutputFile file) throws IOException {
      draft.put(file.path(), file.content());
    }

    @Override
    public void remove(RelativePath path) throws IOException {
      draft.remove(path);
    }
  }
}
