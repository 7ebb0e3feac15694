package io.tenantsmith.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/plan.md is one walk through changes of the sample fleet. */
class PlanPageTest {

  @TempDir private Path folder;

  @Test
  void thePlansAreAsThePageSays() throws IOException {
    Path fleet = SampleCopy.in(Files.createDirectories(folder.resolve("fleet")));
    new WalkedPage(Path.of("../docs/plan.md"), fleet).inItsFolder().check();
  }
}
