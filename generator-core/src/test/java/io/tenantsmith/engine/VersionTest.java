package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One version is named everywhere: what is copied from a page can be had. */
class VersionTest {

  private static final Pattern OURS =
      Pattern.compile(
          "<artifactId>tenantsmith-[a-z-]+</artifactId>\\s*<version>([^<$]+)<"
              + "|io\\.tenantsmith:tenantsmith[a-z-]*:([0-9][^:\\s`]*)"
              + "|tenantsmith-([0-9][^/ ]*)\\.zip");

  @Test
  void pomsAndPagesNameTheVersionOfTheBuild() throws IOException {
    Path root = SampleFleet.root();
    List<Path> files =
        Stream.concat(
                Stream.of("pom.xml", "README.md", "docs/install.md"),
                Stream.of("generator-core", "maven-plugin", "cli", "tenants", "distribution")
                    .map(module -> module + "/pom.xml"))
            .map(root::resolve)
            .toList();
    for (Path file : files) {
      List<String> named = versions(Files.readString(file));
      assertThat(named).as("%s", file).isNotEmpty().containsOnly(Tool.version());
    }
  }

  private static List<String> versions(String text) {
    return OURS.matcher(text).results().map(VersionTest::version).toList();
  }

  private static String version(MatchResult match) {
    return Stream.of(match.group(1), match.group(2), match.group(3))
        .filter(found -> found != null)
        .findFirst()
        .orElseThrow();
  }
}
