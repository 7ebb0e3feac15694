package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.util.List;

/**
 * One tenant's folder, rendered: a unit of ownership.
 *
 * @param line its line of the index
 * @param folder where it is
 * @param files all of its files, tenant.json included, sorted by path
 */
public record TenantFolder(IndexLine line, RelativePath folder, List<OutputFile> files) {

  /** Copies the list. */
  public TenantFolder {
    files = List.copyOf(files);
  }
}
