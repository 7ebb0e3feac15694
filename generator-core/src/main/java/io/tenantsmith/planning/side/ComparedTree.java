package io.tenantsmith.planning.side;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.publish.PublishAttempt;
import io.tenantsmith.publish.PublishedBranch.TreeOrigin;
import java.io.IOException;
import java.util.Optional;

/** The tree that a run compares with, as the base of the plan of that run. */
public final class ComparedTree {

  private ComparedTree() {}

  /**
   * The output folder. Its inputs are not looked for, which costs as much as to read them several
   * times.
   */
  public static OldSide ofFolder(String name, CurrentTree tree) {
    Baseline baseline =
        new Baseline(
            Baseline.Kind.OUTPUT, name, "", "", "", "only plan looks for the inputs of a folder");
    return new OldSide(baseline, tree, tree.index(), null, OldSide.Open.NOTHING);
  }

  /** The branch that is published to, with its inputs if this clone has them. */
  public static OldSide ofBranch(PublishAttempt attempt, CurrentTree tree, Wanted wanted)
      throws IOException {
    Optional<TreeOrigin> origin = attempt.origin();
    CommitInputs inputs;
    try (InputClone here = InputClone.around(wanted.request(), wanted.desk().surroundings())) {
      inputs = PublishedSide.inputs(wanted, here, origin, tree.index());
    }
    Baseline baseline =
        new Baseline(
            Baseline.Kind.PUBLISHED,
            attempt.branch(),
            attempt.baseCommit().map(CommitId::sha).orElse(""),
            origin.map(TreeOrigin::commit).filter(CommitId::isKnown).map(CommitId::sha).orElse(""),
            "",
            inputs.known().isEmpty() ? inputs.unknown() : null);
    return new OldSide(
        baseline, tree, tree.index(), inputs.known().orElse(null), OldSide.Open.NOTHING);
  }
}
