package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.path.RelativePath;
import java.util.List;

/**
 * One tenant's folder, rendered: a unit of ownership.
 *
 * @param entry its line of the index
 * @param folder where it is
 * @param files all of its files, tenant.json included, sorted by path
 */
public record TenantFolder(PublishedTenant entry, RelativePath folder, List<OutputFile> files) {

  /** Copies the list. */
  public TenantFolder {
    files = List.copyOf(files);
  }

  /** The same folder with a digest of all that it is made of. */
  public TenantFolder fingerprinted(String fingerprint) {
    return new TenantFolder(entry.fingerprinted(fingerprint), folder, files);
  }
}
