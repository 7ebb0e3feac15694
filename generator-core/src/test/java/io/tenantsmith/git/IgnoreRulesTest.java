package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.git.FileInHistory.Standing;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is not there is ignored as it will be once it is there, which Git itself says. */
class IgnoreRulesTest {

  private static final String FILE = "fleet/output/index.json";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "output/         |                |",
        "/output/        |                |",
        "/fleet/output/  |                |",
        "fleet           |                |",
        "*.json          |                |",
        "*.json          | !index.json    |",
        "output/*        | !/output/index.json |",
        "output/         | !output/index.json  |",
        "                | output         |",
        "                | /output/       |",
        "                | /other/        |",
        "!output/        |                | output/",
        "                |                | **/output/index.json",
        "# nothing       |                |"
      })
  void saysWhatGitSays(String top, String below, String excluded) throws IOException {
    IsolatedGit git = IsolatedGit.init(folder);
    write(".gitignore", top);
    write("fleet/.gitignore", below);
    write(".git/info/exclude", excluded);

    Standing before = standing();
    write(FILE, "{}");
    boolean shown =
        git.run("status", "--porcelain", "--untracked-files=all", "--", FILE).contains(FILE);

    assertThat(before).isEqualTo(shown ? Standing.NOT_COMMITTED : Standing.IGNORED);
    assertThat(standing()).isEqualTo(before);
  }

  private Standing standing() throws IOException {
    return FileInHistory.of(EnclosingRepository.of(folder.resolve(FILE)).orElseThrow()).standing();
  }

  private void write(String name, String text) throws IOException {
    if (text != null) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n");
    }
  }
}
