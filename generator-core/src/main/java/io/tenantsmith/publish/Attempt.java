package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.RenderedTree;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** One try: render on what the branch holds now, judge, commit, push. */
final class Attempt {

  private final PublishJob job;
  private final GitopsRepository repository;
  private final Tips tips;
  private final List<Diagnostic> said = new ArrayList<>();
  private String tool = "tenantsmith";
  private @Nullable Plan plan;
  private @Nullable ObjectId commit;
  private @Nullable PushAnswer answer;

  Attempt(PublishJob job, GitopsRepository repository, Tips tips) {
    this.job = job;
    this.repository = repository;
    this.tips = tips;
  }

  /** How the try ended; empty if another one is due. */
  Optional<Ending> run() throws IOException {
    try (ObjectReader reader = repository.objects().newObjectReader();
        ObjectStore objects = new ObjectStore(repository.objects())) {
      BaseTree base = new BaseTree(reader, tree(tips.base()));
      if (isSuperseded(base) || isSuperseded(pushed(reader))) {
        return Optional.of(Ending.SUPERSEDED);
      }
      TreeEdits edits = new TreeEdits(base, objects);
      Optional<Ending> refused = render(base, edits);
      return refused.isPresent() ? refused : commit(reader, edits, objects);
    }
  }

  List<Diagnostic> said() {
    return said;
  }

  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }

  Optional<ObjectId> made() {
    return Optional.ofNullable(commit);
  }

  Optional<PushAnswer> answer() {
    return Optional.ofNullable(answer);
  }

  private boolean isSuperseded(BaseTree tree) throws IOException {
    Optional<ObjectId> published = HydratorMetadata.inputOf(tree);
    if (published.isEmpty()) {
      return false;
    }
    InputHistory.Order order = job.history().compare(published.get(), job.input());
    if (order == InputHistory.Order.NEWER) {
      String fact = "the branch already holds the tree of input " + published.get().name();
      note(fact + ", which is newer than " + job.input().sha());
    } else if (order == InputHistory.Order.UNKNOWN && job.input().isKnown()) {
      note("cannot tell whether the published input " + published.get().name() + " is newer");
    }
    return order == InputHistory.Order.NEWER;
  }

  private void note(String fact) {
    Diagnostic note = Diagnostic.note(Code.PUB705, job.target().place(), fact);
    if (!said.contains(note)) {
      said.add(note);
    }
  }

  private Optional<Ending> render(BaseTree base, TreeEdits edits) throws IOException {
    Result<OwnershipIndex> index = job.comparison().index(base);
    said.addAll(index.diagnostics());
    if (index.value().isEmpty() || index.hasErrors()) {
      return refused(base);
    }
    Result<RenderedTree> rendered = job.source().render(index.value().get());
    said.addAll(rendered.diagnostics());
    if (rendered.value().isEmpty() || rendered.hasErrors()) {
      return refused(base);
    }
    Result<Plan> planned = job.comparison().plan(base, rendered.value().get(), edits);
    said.addAll(planned.diagnostics());
    plan = planned.value().orElse(null);
    if (plan == null || planned.hasErrors() || plan.hasErrors() || !base.obstacles().isEmpty()) {
      plan().ifPresent(made -> said.addAll(made.diagnostics()));
      return refused(base);
    }
    said.addAll(plan.diagnostics());
    List<Diagnostic> guard =
        new Guard(job.target().guards(), job.target().place()).check(plan.tenants());
    said.addAll(guard);
    tool = rendered.value().get().tool();
    return guard.isEmpty() ? Optional.empty() : Optional.of(Ending.GUARD);
  }

  private Optional<Ending> refused(BaseTree base) {
    said.addAll(base.obstacles());
    return Optional.of(Ending.REFUSED);
  }

  private Optional<Ending> commit(ObjectReader reader, TreeEdits edits, ObjectStore objects)
      throws IOException {
    edits.put(HydratorMetadata.file(job.target().origin().url(), job.input()));
    ObjectId tree = edits.write();
    objects.flush();
    if (tree == null) {
      throw new IllegalStateException("a tree with hydrator.metadata is never empty");
    }
    if (isPublished(reader, tree)) {
      return Optional.of(Ending.NOTHING_TO_COMMIT);
    }
    commit = objects.commit(builder(tree));
    objects.flush();
    answer = repository.push(tips, commit);
    return switch (answer.kind()) {
      case DONE -> Optional.of(Ending.PUSHED);
      case REFUSED -> Optional.of(Ending.ENVIRONMENT);
      case LOST, UNKNOWN -> Optional.empty();
    };
  }

  /** Compares with what stands on the moved branch, else with the base; metadata does not count. */
  private boolean isPublished(ObjectReader reader, ObjectId tree) throws IOException {
    ObjectId wanted;
    try (ObjectReader fresh = repository.objects().newObjectReader()) {
      wanted = HydratorMetadata.treeWithout(new BaseTree(fresh, tree));
    }
    return wanted.equals(HydratorMetadata.treeWithout(pushed(reader)));
  }

  private BaseTree pushed(ObjectReader reader) throws IOException {
    return new BaseTree(reader, tree(tips.push() == null ? tips.base() : tips.push()));
  }

  private CommitBuilder builder(ObjectId tree) throws IOException {
    PublishTarget.Author author = job.target().author();
    PersonIdent person =
        new PersonIdent(author.name(), author.email(), job.surroundings().now(), ZoneOffset.UTC);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentIds(tips.parents());
    builder.setAuthor(person);
    builder.setCommitter(person);
    if (plan == null) {
      throw new IllegalStateException("no commit without a plan");
    }
    builder.setMessage(new CommitMessage(job.input(), tool, plan, tree(tips.base())).text());
    return builder;
  }

  private @Nullable ObjectId tree(@Nullable ObjectId tip) throws IOException {
    if (tip == null) {
      return null;
    }
    try (RevWalk walk = new RevWalk(repository.objects())) {
      return walk.parseCommit(tip).getTree().getId();
    }
  }
}
