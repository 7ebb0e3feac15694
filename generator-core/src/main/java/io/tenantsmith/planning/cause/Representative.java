package io.tenantsmith.planning.cause;

import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.difference.TreeFile;
import java.util.List;

/**
 * One tenant of a group, with its own names.
 *
 * @param before its files in the base; none if it is new
 * @param after its files now; none if it is gone
 * @param objects the objects that differ
 * @param files the files without objects that differ
 */
public record Representative(
    String id,
    List<TreeFile> before,
    List<TreeFile> after,
    List<ObjectChange> objects,
    List<FileChange> files) {

  /** Copies the lists. */
  public Representative {
    before = List.copyOf(before);
    after = List.copyOf(after);
    objects = List.copyOf(objects);
    files = List.copyOf(files);
  }
}
