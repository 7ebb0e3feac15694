package io.tenantsmith.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/explain.md asks of the sample fleet and shows the answers. */
class ExplainPageTest {

  @TempDir private Path folder;

  @Test
  void theAnswersAreAsThePageSays() throws IOException {
    Path fleet = SampleCopy.in(Files.createDirectories(folder.resolve("fleet")));
    new WalkedPage(Path.of("../docs/explain.md"), fleet).check();
  }
}
