package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.BranchHistory.PastCommit;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.publish.PublishedBranch;
import io.tenantsmith.publish.PublishedBranch.TreeOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tree that is live: the last commit of the branch that is published to. */
record PublishedSide(Wanted wanted, InputClone repository) {

  OldSide.Found find(String why) throws IOException {
    Optional<PublishTarget> target = wanted.publishTarget();
    if (target.isEmpty()) {
      return OldSide.Found.refused(List.of(nowhere()));
    }
    if (target.get().isToBeMade()) {
      return nothing(target.get(), OldSide.Open.NOTHING);
    }
    Result<PublishedBranch> opened =
        PublishedBranch.openTip(target.get(), wanted.desk().surroundings());
    if (opened.value().isEmpty()) {
      return new OldSide.Found(null, Outcome.ENVIRONMENT_FAILED, opened.diagnostics());
    }
    PublishedBranch branch = opened.value().get();
    OldSide.Found found = null;
    try {
      found = find(target.get(), branch, why);
      return found;
    } finally {
      if (found == null || found.found().isEmpty()) {
        branch.close();
      }
    }
  }

  private OldSide.Found find(PublishTarget target, PublishedBranch branch, String why)
      throws IOException {
    String name = name(target);
    Optional<PastCommit> tip =
        branch.commits().isEmpty() ? Optional.empty() : branch.commits().get().next();
    if (tip.isEmpty()) {
      return nothing(target, branch::close);
    }
    Result<CurrentTree> tree =
        new IndexReader(name + ":", Tool.nameAndVersion()).read(tip.get().tree()::read);
    List<Diagnostic> said = new ArrayList<>(tree.diagnostics());
    Optional<TreeOrigin> origin = PublishedBranch.originOf(tip.get().tree());
    OwnershipIndex index = tree.value().map(CurrentTree::index).orElseGet(OwnershipIndex::empty);
    CommitInputs inputs = inputs(wanted, repository, origin, index);
    said.addAll(inputs.diagnostics());
    origin.filter(TreeOrigin::dirty).map(o -> dirty(name, o)).ifPresent(said::add);
    origin.filter(o -> !o.parts().isEmpty()).map(o -> parts(name, o)).ifPresent(said::add);
    if (inputs.known().isEmpty()) {
      said.add(CausesUnknown.of(SourceRange.ofFile(name + ":"), inputs.unknown(), repository));
    }
    if (tree.value().isEmpty() && inputs.known().isEmpty()) {
      return OldSide.Found.refused(said);
    }
    Baseline baseline =
        new Baseline(
            Baseline.Kind.PUBLISHED,
            name,
            tip.get().id().sha(),
            origin.map(TreeOrigin::commit).filter(CommitId::isKnown).map(CommitId::sha).orElse(""),
            why,
            inputs.known().isEmpty() ? inputs.unknown() : null);
    return new OldSide.Found(
        new OldSide(
            baseline, tree.value().orElse(null), index, inputs.known().orElse(null), branch::close),
        tree.value().isEmpty() ? Outcome.REFUSED : Outcome.DONE,
        said);
  }

  private static String name(PublishTarget target) {
    return target.destination().display() + " " + target.destination().branch().value();
  }

  /** Without a branch nothing is live, and all is new. */
  private static OldSide.Found nothing(PublishTarget target, OldSide.Open open) {
    String name = name(target);
    Diagnostic note =
        Diagnostic.note(
                Code.PLN988,
                target.destination().branch().place(),
                target.destination().display()
                    + (" has no branch " + target.destination().branch().value())
                    + " yet, so all is new")
            .withHint("the first publish makes it");
    Baseline baseline =
        new Baseline(Baseline.Kind.NOTHING, name, "", "", "nothing is published yet", null);
    return new OldSide.Found(
        new OldSide(baseline, CurrentTree.EMPTY, OwnershipIndex.empty(), null, open),
        Outcome.DONE,
        List.of(note));
  }

  /** The inputs that a published tree was rendered from. */
  static CommitInputs inputs(
      Wanted wanted, InputClone here, Optional<TreeOrigin> origin, OwnershipIndex index) {
    if (origin.isEmpty()) {
      return CommitInputs.unknown("the branch does not name the commit of its inputs");
    }
    if (!origin.get().commit().isKnown()) {
      return CommitInputs.unknown("it was rendered outside of any repository");
    }
    return here.commits().isEmpty()
        ? CommitInputs.unknown(here.absence())
        : CommitInputs.read(wanted, here.commits().get(), origin.get().commit(), index);
  }

  private static Diagnostic dirty(String name, TreeOrigin origin) {
    return Diagnostic.warning(
            Code.PLN987,
            SourceRange.ofFile(name + ":"),
            "this was rendered from commit "
                + origin.commit().abbreviated()
                + " with changes that are in no commit")
        .withHint("causes are those since that commit; the next publish of a clean commit ends it");
  }

  private static Diagnostic parts(String name, TreeOrigin origin) {
    String first = origin.parts().firstKey();
    CommitId its = Objects.requireNonNull(origin.parts().get(first));
    int more = origin.parts().size() - 1;
    return Diagnostic.warning(
            Code.PLN987,
            SourceRange.ofFile(name + ":"),
            "parts of this are of other commits than "
                + origin.commit().abbreviated()
                + (": " + first + " of " + its.abbreviated())
                + (more == 0 ? "" : ", and " + more + " more"))
        .withHint(
            "causes are those since commit "
                + origin.commit().abbreviated()
                + "; publish the whole fleet to have one commit for all of it");
  }

  private Diagnostic nowhere() {
    return Diagnostic.error(
            Code.PLN982,
            SourceRange.ofFile(wanted.desk().front().option("base")),
            "nothing is published from here: no publish.repository is named")
        .withHint(
            "set publish.repository in "
                + wanted.request().folders().fleet()
                + ", or compare with the output folder: "
                + NamedCommit.output(wanted.desk().front()));
  }
}
