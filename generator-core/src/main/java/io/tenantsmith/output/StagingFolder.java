package io.tenantsmith.output;

import java.nio.file.Path;

/** The folder inside the output folder where a run keeps files that are not in place yet. */
record StagingFolder(Path path) {

  static StagingFolder in(Path root) {
    return new StagingFolder(root.resolve(".tenantsmith"));
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path journal() {
    return path.resolve("journal");
  }

  /** One folder for all: a folder for each tenant would be made and removed for nothing. */
  Path stage() {
    return path.resolve("stage");
  }

  Path staged(int number) {
    return stage().resolve(Integer.toString(number));
  }
}
