package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository in a temporary folder.
 *
 * @param folder what is removed afterwards
 */
record TemporaryClone(TemporaryFolder folder, Repository repository) implements AutoCloseable {

  /** An empty one. */
  static TemporaryClone make(Surroundings surroundings) throws IOException {
    TemporaryFolder folder = TemporaryFolder.make(surroundings);
    try {
      Repository repository =
          new FileRepositoryBuilder()
              .setBare()
              .setGitDir(folder.path().resolve("clone").toFile())
              .build();
      repository.create(true);
      // Only what the server has must be durable; syncing every object of a clone is waste.
      StoredConfig config = repository.getConfig();
      config.setBoolean("core", null, "fsyncObjectFiles", false);
      config.setBoolean("core", null, "fsyncRefFiles", false);
      config.save();
      return new TemporaryClone(folder, repository);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    repository.close();
    folder.close();
  }
}
