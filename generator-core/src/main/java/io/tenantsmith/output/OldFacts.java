package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tenant.json of a tenant's folder in the current tree, read once.
 *
 * @param folder the tenant's folder
 * @param content empty if there is none
 */
record OldFacts(RelativePath folder, Optional<byte[]> content) {

  static OldFacts of(RelativePath folder, ExistingTree tree) throws IOException {
    return new OldFacts(folder, tree.read(TenantFacts.in(folder)));
  }

  RelativePath path() {
    return TenantFacts.in(folder);
  }

  boolean hold(OutputFile file) {
    return content.isPresent() && Arrays.equals(content.get(), file.content());
  }
}
