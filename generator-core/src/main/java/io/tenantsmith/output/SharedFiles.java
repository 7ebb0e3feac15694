package io.tenantsmith.output;

import java.util.List;

/**
 * What is rendered outside tenants' folders, and who rendered it from what.
 *
 * @param tool name and version of the generator, for instance {@code tenantsmith 0.1.0}
 * @param input digest of the meaning of all inputs
 * @param files without index.json, sorted by path
 */
public record SharedFiles(String tool, String input, List<OutputFile> files) {

  /** Copies the list. */
  public SharedFiles {
    files = List.copyOf(files);
  }
}
