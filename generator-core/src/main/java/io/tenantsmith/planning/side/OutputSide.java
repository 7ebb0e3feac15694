package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.plan.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The output folder as it is on disk. */
record OutputSide(Wanted wanted, InputClone repository) {

  OldSide.Found find(String why) throws IOException {
    Request request = wanted.request();
    String name = request.folders().output();
    Path folder = request.directory().resolve(name);
    Result<CurrentTree> read =
        new IndexReader(name, Tool.nameAndVersion()).read(OutputFolder.at(folder));
    if (read.value().isEmpty()) {
      return OldSide.Found.refused(read.diagnostics());
    }
    CurrentTree tree = read.value().get();
    if (!tree.hasIndex()) {
      return nothing(name, tree, why);
    }
    CommitInputs inputs = new InputSearch(wanted, repository).of(tree);
    List<Diagnostic> said = new ArrayList<>(read.diagnostics());
    said.addAll(inputs.diagnostics());
    if (inputs.known().isEmpty()) {
      said.add(
          CausesUnknown.of(SourceRange.ofFile(name + "/index.json"), inputs.unknown(), repository));
    }
    return new OldSide.Found(
        new OldSide(
            baseline(name, inputs, why),
            tree,
            tree.index(),
            inputs.known().orElse(null),
            OldSide.Open.NOTHING),
        Outcome.DONE,
        said);
  }

  private static Baseline baseline(String name, CommitInputs inputs, String why) {
    String commit =
        inputs
            .known()
            .filter(known -> known.commit().isKnown())
            .map(known -> known.commit().sha())
            .orElse("");
    String unknown = inputs.known().isEmpty() ? inputs.unknown() : null;
    return new Baseline(Baseline.Kind.OUTPUT, name, "", commit, why, unknown);
  }

  /** Whoever never rendered compares with nothing. */
  private static OldSide.Found nothing(String name, CurrentTree tree, String why) {
    Diagnostic note =
        Diagnostic.note(
                Code.PLN988,
                SourceRange.ofFile(name + "/index.json"),
                "nothing was ever rendered there, so all is new")
            .withHint("name a commit of the inputs to compare with, for instance --base HEAD");
    Baseline baseline = new Baseline(Baseline.Kind.NOTHING, name, "", "", why, null);
    return new OldSide.Found(
        new OldSide(baseline, tree, tree.index(), null, OldSide.Open.NOTHING),
        Outcome.DONE,
        List.of(note));
  }
}
