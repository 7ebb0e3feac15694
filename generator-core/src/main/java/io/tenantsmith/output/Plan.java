package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a run changes in a tree.
 *
 * @param files how many files are new, changed, removed and unchanged; index.json counts
 * @param tenants whose folders are new, changed or removed
 * @param diagnostics what is wrong with the rendered tree, hand edits, foreign files and the like
 * @param next the index after the run
 */
public record Plan(
    FileCounts files, TenantChanges tenants, List<Diagnostic> diagnostics, OwnershipIndex next) {

  /** Copies the list. */
  public Plan {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Tells whether the tree is current as it stands. */
  public boolean isEmpty() {
    return files.created() + files.changed() + files.removed() == 0;
  }

  /** Tells whether something is in the way. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Numbers of files. */
  public record FileCounts(int created, int changed, int removed, int unchanged) {

    /** Files of the tree after the run. */
    public int total() {
      return created + changed + unchanged;
    }
  }

  /**
   * Ids of tenants, sorted.
   *
   * @param before number of tenants in the tree as it stands
   */
  public record TenantChanges(
      List<String> added, List<String> changed, List<String> removed, int before) {

    /** Copies the lists. */
    public TenantChanges {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }
}
