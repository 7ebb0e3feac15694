package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a run changes in a tree.
 *
 * @param files how many files are new, changed, removed and unchanged; index.json counts
 * @param tenants which are new, have other manifests, or go
 * @param diagnostics hand edits, foreign files and what else is in the way
 * @param next the index after the run
 */
public record Plan(
    FileCounts files, TenantChanges tenants, List<Diagnostic> diagnostics, OwnershipIndex next) {

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

  /** Numbers of files. */
  public record FileCounts(int created, int changed, int removed, int unchanged) {

    /** No file at all. */
    public static final FileCounts NONE = new FileCounts(0, 0, 0, 0);

    /** Files of the tree after the run. */
    public int total() {
      return created + changed + unchanged;
    }
  }

  /**
   * Ids of tenants, sorted.
   *
   * @param changed those of which a manifest differs; facts about the tenant do not count
   * @param before number of tenants in the current tree
   */
  public record TenantChanges(
      List<String> added, List<String> changed, List<String> removed, int before) {

    /** No tenant at all. */
    public static final TenantChanges NONE =
        new TenantChanges(List.of(), List.of(), List.of(), 0);

    /** Copies the lists. */
    public TenantChanges {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }
}
