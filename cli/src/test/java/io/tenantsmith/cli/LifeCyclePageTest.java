package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/life-cycle.md is one walk with a tenant of the sample fleet, once it is published. */
class LifeCyclePageTest {

  @TempDir private Path folder;

  @Test
  void theWalkGoesAsThePageSays() throws IOException {
    Path fleet = SampleCopy.in(Files.createDirectories(folder.resolve("fleet")));
    assertThat(Run.of("publish", "--directory", fleet.toString()).code()).isZero();
    new WalkedPage(Path.of("../docs/life-cycle.md"), fleet).check();
  }
}
