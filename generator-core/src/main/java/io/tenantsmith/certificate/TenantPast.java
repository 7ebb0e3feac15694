package io.tenantsmith.certificate;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.BranchHistory.PastCommit;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.publish.PublishedBranch;
import io.tenantsmith.render.Layout;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last part of a tenant's life, as the branch has it: from the day it was last active to its
 * removal.
 *
 * @param states all states since, the oldest first; each with the first commit that has it
 * @param removed the commit that removed it
 */
public record TenantPast(String id, List<Passed> states, Passed removed, Removal removal) {

  /** Copies the list. */
  public TenantPast {
    states = List.copyOf(states);
  }

  /**
   * A state in which the tenant was.
   *
   * @param state its label, or {@code removed}
   * @param commit the first one that has the state
   * @param input the commit of the inputs; zeros if they were in no repository
   * @param line what the index says of the tenant then; null once it is removed
   * @param objects what its folder holds then
   */
  public record Passed(
      String state,
      String commit,
      Instant time,
      String input,
      @Nullable PublishedTenant line,
      TenantObjects objects) {}

  /**
   * What the removing commit says of itself.
   *
   * @param tool name and version of who made it
   * @param platform objects that the cluster's tenants share, in the folder of admin-apps
   */
  public record Removal(String tool, TenantObjects platform) {}

  /** The first time that the tenant was in a state, if it was. */
  Optional<Passed> in(TenantState state) {
    return states.stream().filter(passed -> passed.state().equals(state.label())).findFirst();
  }

  /** The last time that the tenant came into a state, if it did. */
  Optional<Passed> lastIn(TenantState state) {
    return states.stream()
        .filter(passed -> passed.state().equals(state.label()))
        .reduce((former, later) -> later);
  }

  /**
   * Reads it.
   *
   * @param branch how messages call the branch
   */
  public static Result<TenantPast> read(BranchHistory history, String branch, String id)
      throws IOException {
    return new Reading(branch, id).of(history);
  }

  /** Walks from the newest commit to the one where the tenant was last active. */
  private static final class Reading {

    private static final IndexReader INDEX = new IndexReader("the branch", Tool.nameAndVersion());

    private final String branch;
    private final String id;
    private final Deque<PastCommit> commits = new ArrayDeque<>();
    private final Deque<PublishedTenant> lines = new ArrayDeque<>();
    private @Nullable PastCommit removal;
    private List<Diagnostic> unreadable = List.of();
    private String lastLine = "";

    Reading(String branch, String id) {
      this.branch = branch;
      this.id = id;
    }

    Result<TenantPast> of(BranchHistory history) throws IOException {
      Optional<PastCommit> commit = history.next();
      while (commit.isPresent() && take(commit.get())) {
        commit = history.next();
      }
      if (!unreadable.isEmpty()) {
        return Result.failed(unreadable);
      }
      if (commit.isEmpty() && history.isCutOff()) {
        return refused(
            Code.CRT944,
            "the clone ends before the commits that are needed",
            "fetch all of its history: git fetch --unshallow");
      }
      return ofWhatWasFound();
    }

    private Result<TenantPast> ofWhatWasFound() throws IOException {
      PastCommit gone = removal;
      PublishedTenant last = lines.peekLast();
      if (last == null) {
        return refused(
            Code.CRT942,
            "no commit of it has this tenant",
            "look for the id in tenants/, then in the history of index.json of that branch");
      }
      if (gone == null) {
        return refused(
            Code.CRT941,
            "the tenant is published, in state " + last.state().label(),
            "a certificate is made once its file is removed: docs/remove-a-tenant.md");
      }
      if (lines.stream().noneMatch(line -> line.state() == TenantState.ERASING)
          || last.state() != TenantState.ERASED) {
        return refused(
            Code.CRT943,
            "the tenant was removed from state " + last.state().label() + ", and was never erased",
            "its objects may all be there: look with kubectl get namespace, and take them away"
                + " by hand");
      }
      return Result.of(past(gone, last));
    }

    /** Takes a commit; says whether older ones are of interest. */
    private boolean take(PastCommit commit) throws IOException {
      String line = WrittenLine.of(id, commit.tree(), OwnershipIndex.PATH);
      if (line.isEmpty()) {
        if (lines.isEmpty()) {
          removal = commit;
        }
        return lines.isEmpty();
      }
      if (line.equals(lastLine)) {
        commits.removeFirst();
        commits.addFirst(commit);
        return true;
      }
      lastLine = line;
      return take(commit, tenant(commit.tree()));
    }

    private boolean take(PastCommit commit, Optional<PublishedTenant> found) {
      PublishedTenant tenant = found.orElse(null);
      if (tenant == null
          || (tenant.state() == TenantState.ACTIVE && removal != null && !lines.isEmpty())) {
        return false;
      }
      if (!lines.isEmpty() && lines.getFirst().state() == tenant.state()) {
        commits.removeFirst();
        lines.removeFirst();
      }
      commits.addFirst(commit);
      lines.addFirst(tenant);
      return removal != null && tenant.state() != TenantState.ACTIVE;
    }

    private Optional<PublishedTenant> tenant(CommitTree tree) throws IOException {
      Result<CurrentTree> read = INDEX.read(tree::read);
      unreadable = read.diagnostics();
      return read.value().stream()
          .flatMap(found -> found.index().tenants().stream())
          .filter(tenant -> tenant.id().value().equals(id))
          .findFirst();
    }

    private TenantPast past(PastCommit gone, PublishedTenant last) throws IOException {
      List<PublishedTenant> known = List.copyOf(lines);
      List<PastCommit> at = List.copyOf(commits);
      List<Passed> states = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        states.add(passed(known.get(i).state().label(), at.get(i), last.cluster(), known.get(i)));
      }
      TenantObjects platform = platform(gone.tree(), Layout.adminApps(last.cluster()));
      String tool =
          INDEX.read(gone.tree()::read).value().map(read -> read.index().tool()).orElse("");
      Passed removed = passed("removed", gone, last.cluster(), null);
      return new TenantPast(id, states, removed, new Removal(tool, platform));
    }

    /** What tenants share, and what counts for each of them. */
    private static TenantObjects platform(CommitTree tree, RelativePath folder) throws IOException {
      SortedMap<String, byte[]> files = new TreeMap<>(tree.files(folder));
      RelativePath content = folder.resolve("content");
      tree.files(content).forEach((name, bytes) -> files.put("content/" + name, bytes));
      return TenantObjects.read(files);
    }

    private Passed passed(
        String state, PastCommit commit, String cluster, @Nullable PublishedTenant line)
        throws IOException {
      String input = PublishedBranch.inputOf(commit.tree(), id, cluster).orElse("");
      TenantObjects objects =
          line == null
              ? TenantObjects.NONE
              : TenantObjects.read(commit.tree().files(Layout.tenant(line.cluster(), line.id())));
      return new Passed(state, commit.id().sha(), commit.time(), input, line, objects);
    }

    private Result<TenantPast> refused(Code code, String fact, String hint) {
      return Result.failed(
          Diagnostic.error(code, SourceRange.ofFile(branch), Quoted.quote(id) + ": " + fact)
              .withHint(hint));
    }
  }
}
