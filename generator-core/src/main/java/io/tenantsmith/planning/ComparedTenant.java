package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.planning.difference.TreeFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant on both sides, or on one of them.
 *
 * @param before null if it is new
 * @param after null if it is gone; never null where {@code before} is
 */
public record ComparedTenant(@Nullable SideTenant before, @Nullable SideTenant after) {

  /**
   * What becomes of it in the cluster, given that something does. One that has been erased keeps
   * its file and has no object any more: it is gone.
   */
  public Fate fate() {
    boolean was = hasObjects(before);
    boolean is = hasObjects(after);
    if (was && is) {
      return Fate.CHANGED;
    }
    return was ? Fate.REMOVED : is ? Fate.ADDED : fateOfFile();
  }

  /** What becomes of its file. */
  Fate fateOfFile() {
    if (before == null) {
      return Fate.ADDED;
    }
    return after == null ? Fate.REMOVED : Fate.CHANGED;
  }

  private static boolean hasObjects(@Nullable SideTenant tenant) {
    return tenant != null && tenant.files().stream().anyMatch(file -> !file.objects().isEmpty());
  }

  /** Its files in the base. */
  public List<TreeFile> filesBefore() {
    return before == null ? List.of() : before.files();
  }

  /** Its files now. */
  public List<TreeFile> filesAfter() {
    return after == null ? List.of() : after.files();
  }

  /** What it requests and pays in the base. */
  public Amounts amountsBefore() {
    return before == null ? Amounts.NONE : before.amounts();
  }

  /** What it requests and pays now. */
  public Amounts amountsAfter() {
    return after == null ? Amounts.NONE : after.amounts();
  }

  /** The tenant as it is now, or as it was. */
  public SideTenant either() {
    SideTenant known = after == null ? before : after;
    if (known == null) {
      throw new IllegalStateException("a tenant on no side");
    }
    return known;
  }
}
