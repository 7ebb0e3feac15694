package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {

  @TempDir private Path folder;
  private String readme;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(SampleFleet.root().resolve("README.md"));
  }

  @Test
  void theTenantRenders() throws IOException {
    Request request = fleetWith(block("yaml"));
    Report report =
        new Generator(Surroundings.ofThisProcess(), Progress.NONE).generate(request, false);
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(folder.resolve("output/clusters/prod-eu-1/tenants/initech/namespace.yaml")).exists();
  }

  @Test
  void theMistakeLooksLikeThat() throws IOException {
    Request request = fleetWith(block("yaml").replace("tier: free", "tier: fre"));
    Report report = new Generator(Surroundings.ofThisProcess(), Progress.NONE).validate(request);
    String shown = ReportText.diagnostics(report, Format.TEXT, Style.PLAIN);
    assertThat(readme).contains("```\n" + shown + "```");
  }

  @Test
  void theJavaCompiles() throws IOException {
    Path source = folder.resolve("RenderFleet.java");
    Files.writeString(source, block("java"));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(exit).isZero();
  }

  @Test
  void theCommandsExist() {
    for (String goal : List.of("validate", "generate", "check", "publish")) {
      assertThat(readme).contains("| `" + goal + "` |");
      assertThat(Generator.class.getMethods()).anyMatch(method -> method.getName().equals(goal));
    }
  }

  private Request fleetWith(String tenant) throws IOException {
    SampleFleet.copyTo(folder, 1);
    Files.writeString(folder.resolve("tenants/initech.yaml"), tenant);
    return Request.of(folder);
  }

  private String block(String language) {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
