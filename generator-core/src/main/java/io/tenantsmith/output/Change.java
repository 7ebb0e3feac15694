package io.tenantsmith.output;

import io.tenantsmith.model.TenantId;
import io.tenantsmith.path.RelativePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one file of the tree.
 *
 * @param owner the tenant whose folder it is in, or null for a file that tenants share
 * @param before its bytes in the current tree; null for a file that is new
 * @param after the file as rendered, with its objects and what was read for it; null for a file
 *     that is removed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Change(
    RelativePath path,
    @Nullable TenantId owner,
    byte @Nullable [] before,
    @Nullable OutputFile after) {

  /** The tenant whose folder it is in. */
  public Optional<TenantId> tenant() {
    return Optional.ofNullable(owner);
  }

  /** The file as rendered; empty if it is removed. */
  public Optional<OutputFile> file() {
    return Optional.ofNullable(after);
  }

  /** Whether it differs from the file as rendered in nothing but converted line ends. */
  public boolean isOfLineEnds() {
    return before != null && after != null && LineEnds.areAllThatDiffers(before, after.content());
  }

  /** Whether there was no such file. */
  public boolean isNew() {
    return before == null;
  }
}
