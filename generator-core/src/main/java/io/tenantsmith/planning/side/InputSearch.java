package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommittedFiles;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.run.FormerFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the inputs that a tree was rendered from by the digest that its index names: those on
 * disk, those of the commit that is checked out, of the commits before it, or of the one where the
 * branch left its origin. Commits whose inputs are the same files are read once. Another version of
 * this tool may know other fields, so that its digests cannot be compared; then it is the commit
 * that brought the index.
 */
record InputSearch(Wanted wanted, InputClone repository) {

  private static final int COMMITS = 51;

  CommitInputs of(CurrentTree tree) {
    OwnershipIndex index = tree.index();
    Optional<FormerFleet> present =
        FormerFleet.of(wanted.present(), index)
            .filter(fleet -> fleet.input().equals(index.input()));
    if (present.isPresent()) {
      OldInputs inputs =
          new OldInputs(CommitId.NONE, wanted.present().loaded(), present.get().settled());
      return new CommitInputs(inputs, "", List.of());
    }
    if (repository.commits().isEmpty()) {
      String who =
          isOfThisTool(index) ? "it was rendered from other inputs" : index.tool() + " rendered it";
      return CommitInputs.unknown(who + ", and " + repository.absence());
    }
    try {
      return among(repository.commits().get(), tree);
    } catch (IOException e) {
      return CommitInputs.unknown(Code.PUB710.title() + ": " + DiskWords.withPlace(e));
    }
  }

  private CommitInputs among(InputCommits commits, CurrentTree tree) throws IOException {
    OwnershipIndex index = tree.index();
    List<CommitId> candidates = new ArrayList<>(commits.recent(COMMITS));
    commits.forkPoint().filter(fork -> !candidates.contains(fork)).ifPresent(candidates::add);
    Set<List<String>> seen = new HashSet<>();
    for (CommitId candidate : candidates) {
      if (seen.add(contents(commits, candidate))) {
        CommitInputs read = CommitInputs.read(wanted, commits, candidate, index);
        if (read.known().filter(old -> digest(old).equals(index.input())).isPresent()) {
          return read;
        }
      }
    }
    if (!isOfThisTool(index)) {
      return new IndexCommit(wanted, commits, tree).inputs(candidates);
    }
    String which =
        candidates.size() < COMMITS
            ? "no commit of this clone has"
            : "none of the last " + candidates.size() + " commits has";
    return CommitInputs.unknown(
        which
            + " the inputs that it was rendered from"
            + (commits.isShallow() ? " (fetch-depth: 0)" : ""));
  }

  private static boolean isOfThisTool(OwnershipIndex index) {
    return index.tool().equals(Tool.nameAndVersion());
  }

  private static String digest(OldInputs old) {
    return new FormerFleet(old.fleet(), List.of()).input();
  }

  /** Names for the contents of all inputs. */
  private List<String> contents(InputCommits commits, CommitId commit) throws IOException {
    Request.Folders folders = wanted.request().folders();
    List<String> contents = new ArrayList<>();
    try (CommittedFiles files = commits.files(commit)) {
      for (String path : List.of(folders.fleet(), folders.tiers(), folders.tenants())) {
        contents.add(files.contentId(path).orElse(""));
      }
    }
    return contents;
  }
}
