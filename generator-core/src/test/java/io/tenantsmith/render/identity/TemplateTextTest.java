package io.tenantsmith.render.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a tenant may pass a template without the quoting filter. */
class TemplateTextTest {

  private static final Pattern PRINTED = Pattern.compile("\\{\\{ (.*?) }}");

  /** Words of ours, none of a tenant. */
  private static final Set<String> OWN =
      Set.of(
          "slug",
          "name",
          "app.kind",
          "uri.type",
          "kind",
          "group",
          "enabled",
          "model",
          "field",
          "role",
          "id",
          "type",
          "order",
          "flow",
          "stage",
          "policy",
          "negate",
          "failed",
          "designation",
          "authentication",
          "denied",
          "fields",
          "recovery",
          "action",
          "activate",
          "mode",
          "inactive",
          "others",
          "target");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entries",
        "groups",
        "tenant",
        "tombstone",
        "platform",
        "people",
        "people-rules",
        "people-questions",
        "people-flows",
        "people-stages",
        "people-steps",
        "people-kubectl"
      })
  void everyValueIsQuoted(String name) throws IOException {
    Matcher printed = PRINTED.matcher(template(name));
    int count = 0;
    while (printed.find()) {
      String expression = printed.group(1);
      boolean call = expression.matches("[a-z_]+\\(.*\\)");
      assertThat(expression.endsWith(" | yaml") || call || OWN.contains(expression))
          .as(expression)
          .isTrue();
      count++;
    }
    assertThat(count).isPositive();
  }

  private static String template(String name) throws IOException {
    try (InputStream in = TemplateTextTest.class.getResourceAsStream(name + ".peb")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
