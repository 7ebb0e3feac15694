package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GivenSurroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSystemTest {

  @TempDir private Path folder;

  /** Under this name JGit looks it up; without an answer it writes files for half a second. */
  @Test
  void saysHowExactTimesOfFilesAreSoThatNobodyMeasuresIt() throws Exception {
    GitSystem.install(new GivenSurroundings(folder, Map.of()));
    StoredConfig config = SystemReader.getInstance().getUserConfig();

    assertThat(milliseconds(config, "timestampResolution")).isEqualTo(2000);
    assertThat(milliseconds(config, "minRacyThreshold")).isEqualTo(-1);
    assertThat(config.getBoolean("core", "fsyncRefFiles", false)).isTrue();
    assertThat(config.getString("user", null, "name")).isNull();
  }

  private static long milliseconds(StoredConfig config, String name) {
    return config.getTimeUnit("filesystem", "vendor|17|/dev/sda", name, -1, TimeUnit.MILLISECONDS);
  }
}
