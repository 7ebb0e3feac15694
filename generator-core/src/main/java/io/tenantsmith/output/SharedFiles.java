package io.tenantsmith.output;

import io.tenantsmith.model.PublishedWave;
import java.util.List;

/**
 * The files rendered outside tenants' folders, with the generator and the inputs that they come
 * from.
 *
 * @param tool name and version of the generator, for instance {@code tenantsmith 0.1.0}
 * @param input digest of the meaning of all inputs, or of the inputs of the last whole run
 * @param waves roll-outs that are not done
 * @param files the files without index.json, sorted by path
 */
public record SharedFiles(String tool, String input, List<PublishedWave> waves, List<OutputFile> files) {

  /** Copies the lists. */
  public SharedFiles {
    waves = List.copyOf(waves);
    files = List.copyOf(files);
  }
}
