package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.planning.difference.TreeFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** One state of a fleet, of two that a plan compares. */
public interface Side {

  /** Ids of its tenants. */
  SortedSet<String> ids();

  /** The inputs of a tenant with every value settled; empty if they are not known. */
  Optional<ResolvedTenant> inputs(String id);

  /**
   * Whether its files are, without a look at them, what this tool renders of its inputs: then equal
   * inputs of two sides are equal files.
   */
  boolean isRenderedNow();

  /**
   * A tenant, rendered or read now.
   *
   * @throws IllegalArgumentException if it has none of that id
   */
  SideTenant tenant(String id) throws IOException;

  /**
   * The files outside tenants' folders. To be asked once, after the tenants: what lists them may
   * leave out what they have in common on both sides.
   */
  List<TreeFile> shared() throws IOException;
}
