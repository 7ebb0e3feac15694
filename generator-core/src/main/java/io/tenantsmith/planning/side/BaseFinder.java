package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.plan.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a plan compares with: what somebody named, else what is published, else output. */
public final class BaseFinder {

  private static final String UNREADABLE = "what is published cannot be read";

  private final Wanted wanted;

  /** A finder of what is wanted. */
  public BaseFinder(Wanted wanted) {
    this.wanted = wanted;
  }

  /** Finds the base. */
  public OldSide.Found find() throws IOException {
    Request request = wanted.request();
    try (InputClone repository = InputClone.around(request, wanted.desk().surroundings())) {
      return switch (wanted.base()) {
        case "" -> usual(repository);
        case Wanted.PUBLISHED -> new PublishedSide(wanted, repository).find("");
        case Wanted.OUTPUT -> new OutputSide(wanted, repository).find("");
        default -> commit(repository);
      };
    }
  }

  /** What is live, where that can be read; else the folder that is meant to become it. */
  private OldSide.Found usual(InputClone repository) throws IOException {
    if (wanted.publishTarget().isEmpty()) {
      return new OutputSide(wanted, repository).find("no publish.repository is named");
    }
    PublishedSide published = new PublishedSide(wanted, repository);
    OldSide.Found live = published.find("it is what is live");
    boolean compares =
        live.found().map(base -> base.baseline().kind() != Baseline.Kind.NOTHING).orElse(false);
    if (compares) {
      return live;
    }
    OldSide.Found output =
        new OutputSide(wanted, repository)
            .find(live.found().isPresent() ? "nothing is published yet" : UNREADABLE);
    List<Diagnostic> all = new ArrayList<>();
    if (live.found().isEmpty()) {
      live.diagnostics().stream()
          .map(found -> found.isError() ? found.asWarning() : found)
          .forEach(all::add);
      all.add(instead());
    }
    live.found().ifPresent(OldSide::close);
    all.addAll(output.diagnostics());
    return new OldSide.Found(output.base(), output.outcome(), all);
  }

  private Diagnostic instead() {
    String output = wanted.request().folders().output();
    return Diagnostic.warning(
            Code.PLN989,
            wanted.publishTarget().orElseThrow().destination().repository().place(),
            UNREADABLE + ", so the plan compares with " + output)
        .withHint("say " + NamedCommit.output(wanted.desk().front()) + " if that is what you want");
  }

  private OldSide.Found commit(InputClone repository) throws IOException {
    Optional<Diagnostic> unreadable = repository.unreadable();
    if (unreadable.isPresent()) {
      return new OldSide.Found(null, Outcome.ENVIRONMENT_FAILED, List.of(unreadable.get()));
    }
    NamedCommit name = new NamedCommit(wanted.base(), wanted.desk().front());
    Result<CommitId> named = name.in(repository.commits());
    if (named.value().isEmpty()) {
      return OldSide.Found.refused(named.diagnostics());
    }
    CommitId commit = named.value().get();
    InputCommits commits = repository.commits().orElseThrow();
    OwnershipIndex follows = output().map(CurrentTree::index).orElseGet(OwnershipIndex::empty);
    CommitInputs inputs = CommitInputs.read(wanted, commits, commit, follows);
    if (inputs.known().isEmpty()) {
      return OldSide.Found.refused(List.of(name.unreadable(inputs.unknown())));
    }
    Baseline baseline =
        new Baseline(Baseline.Kind.COMMIT, wanted.base(), commit.sha(), commit.sha(), "", null);
    return new OldSide.Found(
        new OldSide(baseline, null, follows, inputs.known().get(), OldSide.Open.NOTHING),
        Outcome.DONE,
        inputs.diagnostics());
  }

  /** The output folder, as far as it can be read: it says which tenants are not new. */
  private Optional<CurrentTree> output() throws IOException {
    String name = wanted.request().folders().output();
    Path folder = wanted.request().directory().resolve(name);
    return new IndexReader(name, Tool.nameAndVersion()).read(OutputFolder.at(folder)).value();
  }
}
