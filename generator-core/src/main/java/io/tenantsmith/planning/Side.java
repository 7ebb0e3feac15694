package io.tenantsmith.planning;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/** One state of a fleet, of two that a plan compares. */
public interface Side {

  /** Ids of its tenants. */
  SortedSet<String> ids();

  /** The inputs of a tenant with every value settled; empty if they are not known. */
  Optional<ResolvedTenant> inputs(String id);

  /**
   * Whether a tenant is known to be the same on another side without a look at its objects: both
   * are what this tool renders of equal inputs, or have the same bytes. Where this is not known the
   * answer is no.
   */
  boolean isSame(String id, Side other) throws IOException;

  /**
   * A tenant, rendered or read now.
   *
   * @throws IllegalArgumentException if it has none of that id
   */
  SideTenant tenant(String id) throws IOException;

  /** What a later run is told of a tenant, its state above all; empty if it has none of that id. */
  Optional<PublishedTenant> published(String id);

  /** A tenant's objects as its files hold them, without its patches. */
  TenantObjects objects(String id) throws IOException;

  /** Whether somebody edited or removed the file of that path since it was written. */
  boolean isEdited(String path);

  /** Files that could not be read, as far as somebody asked for them. */
  List<Diagnostic> diagnostics();

  /**
   * The files outside tenants' folders. To be asked once, after the tenants: what lists them may
   * leave out what they have in common on both sides.
   */
  default List<TreeFile> shared() throws IOException {
    return shared(path -> true);
  }

  /** Those of them whose path is wanted; the others are not read. */
  List<TreeFile> shared(Predicate<RelativePath> wanted) throws IOException;
}
