package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.FieldReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docs/reference has every field of every input file as the schemas have it. {@code
 * -Dgolden.update=true} writes the pages anew; never on a CI server.
 */
class FieldReferenceTest {

  private static final Path PAGES = Path.of("../docs/reference");

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "template", "tier", "fleet"})
  void thePageIsCurrent(String kind) throws IOException {
    Path page = PAGES.resolve(kind + ".md");
    String text = FieldReference.of(kind);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(page, text);
    }
    assertThat(page)
        .as(
            "mvn test -Dtest=*ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dgolden.update=true writes it anew")
        .hasContent(text);
  }
}
