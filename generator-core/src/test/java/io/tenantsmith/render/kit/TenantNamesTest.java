package io.tenantsmith.render.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.TemplateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that all templates of a tenant have. */
class TenantNamesTest {

  @Test
  void theKubeletReplacesNothingInADisplayName() {
    ObjectTemplate<TenantScope> template =
        ObjectTemplate.of(
            new TemplateFile("t.yaml", "a: ${env.displayName}\nb: ${displayName}\n"),
            TenantNames.VALUES);
    TenantFixture tenant = new TenantFixture("acme-corp", "$(HOME) $$ ${x}", "pro");

    assertThat(
            template.render(new TenantScope(tenant.tenant(), GoldenFleet.fleet())).trees().get(0))
        .containsEntry("a", "$$(HOME) $$$$ $${x}")
        .containsEntry("b", "$(HOME) $$ ${x}");
  }

  @Test
  void noEnvironmentTakesTheDisplayNameAsItIs() throws IOException {
    Path templates =
        SampleFleet.root().resolve("generator-core/src/main/resources/io/tenantsmith/render");
    try (Stream<Path> files = Files.walk(templates)) {
      List<Path> wrong =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .filter(TenantNamesTest::hasBareDisplayNameInAnEnvironment)
              .toList();
      assertThat(wrong).isEmpty();
    }
  }

  private static boolean hasBareDisplayNameInAnEnvironment(Path file) {
    try {
      return Files.readString(file)
          .lines()
          .anyMatch(l -> l.matches(".*value: .*[{]displayName[}].*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
