package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.TenantState;
import java.util.List;

/**
 * What a run changes in a tree.
 *
 * @param files how many files are new, changed, removed and unchanged, index.json included
 * @param tenants which tenants are new, have changed manifests, or are removed
 * @param diagnostics hand edits, foreign files and everything else in the way
 * @param next the index after the run
 * @param converted how many files of ours differed from what we wrote in their line ends alone
 */
public record Plan(
    FileCounts files,
    TenantChanges tenants,
    List<Diagnostic> diagnostics,
    OwnershipIndex next,
    int converted) {

  /** Copies the list. */
  public Plan {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Tells whether the tree is current. */
  public boolean isEmpty() {
    return files.created() + files.changed() + files.removed() == 0;
  }

  /** Tells whether something is in the way. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Counts of files by what becomes of them. */
  public record FileCounts(int created, int changed, int removed, int unchanged) {

    /** No file at all. */
    public static final FileCounts NONE = new FileCounts(0, 0, 0, 0);

    /** Number of files in the tree after the run. */
    public int total() {
      return created + changed + unchanged;
    }
  }

  /**
   * Ids of tenants, sorted.
   *
   * @param changed tenants with a manifest that differs; a difference in tenant.json alone does not
   *     count
   * @param steps those whose state changes; each is among the changed ones, too
   * @param before number of tenants in the current tree
   */
  public record TenantChanges(
      List<String> added,
      List<String> changed,
      List<String> removed,
      List<StateChange> steps,
      int before) {

    /** No tenant at all. */
    public static final TenantChanges NONE =
        new TenantChanges(List.of(), List.of(), List.of(), List.of(), 0);

    /** Copies the lists. */
    public TenantChanges {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      steps = List.copyOf(steps);
    }
  }

  /** A tenant that is in another state than in the current tree. */
  public record StateChange(String id, TenantState from, TenantState to) {}
}
