package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommittedFiles;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.OwnershipIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The commit that brought the index of a tree which another version of this tool rendered. Whoever
 * commits inputs and tree together has the inputs of the tree there.
 */
record IndexCommit(Wanted wanted, InputCommits commits, CurrentTree tree) {

  /**
   * The inputs of the earliest of the commits that hold the index as it is.
   *
   * @param candidates the nearest first
   */
  CommitInputs inputs(List<CommitId> candidates) throws IOException {
    Optional<CommitId> bringer = earliest(candidates);
    if (bringer.isEmpty()) {
      return CommitInputs.unknown(
          tree.index().tool()
              + " rendered it, and no commit of this clone holds it beside its inputs"
              + (commits.isShallow() ? " (fetch-depth: 0)" : ""));
    }
    CommitInputs read = CommitInputs.read(wanted, commits, bringer.get(), tree.index());
    if (read.known().isEmpty()) {
      return read;
    }
    List<Diagnostic> said = new ArrayList<>(read.diagnostics());
    said.add(taken(bringer.get()));
    return new CommitInputs(read.inputs(), "", said);
  }

  private Optional<CommitId> earliest(List<CommitId> candidates) throws IOException {
    Map<String, Boolean> known = new HashMap<>();
    CommitId earliest = null;
    for (CommitId candidate : candidates) {
      try (CommittedFiles files = commits.files(candidate)) {
        Optional<String> id = files.contentId(path());
        if (id.isPresent() && !known.containsKey(id.get())) {
          known.put(id.get(), isTheIndex(files));
        }
        if (id.isPresent() && Objects.requireNonNull(known.get(id.get()))) {
          earliest = candidate;
        }
      }
    }
    return Optional.ofNullable(earliest);
  }

  private boolean isTheIndex(CommittedFiles files) throws IOException {
    byte[] index = tree.indexBytes();
    try {
      return index != null
          && files.kind(path()) == CommittedFiles.Kind.FILE
          && text(files.read(path(), Integer.MAX_VALUE)).equals(text(index));
    } catch (CommittedFiles.MissingContentException e) {
      // The clone has what it checked out; this one is older.
      return false;
    }
  }

  /** As it was written, however Git has converted its line ends. */
  private static String text(byte[] index) {
    return new String(index, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private String path() {
    return wanted.request().folders().output() + "/" + OwnershipIndex.PATH.value();
  }

  private Diagnostic taken(CommitId bringer) {
    return Diagnostic.note(
            Code.PLN987,
            SourceRange.ofFile(path()),
            tree.index().tool()
                + " wrote this, so its inputs are taken from commit "
                + bringer.abbreviated()
                + ", which brought it")
        .withHint(
            "causes are right if inputs and "
                + wanted.request().folders().output()
                + " are committed together");
  }
}
