package io.tenantsmith.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types of content are listed by the schema, by the rule, and by the service that writes them. */
class ContentTypesTest {

  private static final Pattern KINDS = Pattern.compile("(?m)^KINDS = \\((.*)\\)$");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z_]+)\"");

  @Test
  void theRuleKnowsThoseOfTheSchema() throws IOException {
    JsonNode schema = new JsonMapper().readTree(text("schema/shared.schema.json"));
    TreeSet<String> listed = new TreeSet<>();
    schema
        .findValue("content_types")
        .get("items")
        .get("enum")
        .forEach(type -> listed.add(type.asString()));
    assertThat(ContentRule.TYPES).isEqualTo(listed);
  }

  @Test
  void theServiceKnowsTheSame() throws IOException {
    Matcher kinds = KINDS.matcher(text("content/tenantsmith_content/settings.py"));
    assertThat(kinds.find()).isTrue();
    assertThat(QUOTED.matcher(kinds.group(1)).results().map(m -> m.group(1)))
        .containsExactlyInAnyOrderElementsOf(ContentRule.TYPES);
  }

  private static String text(String file) throws IOException {
    return Files.readString(SampleFleet.root().resolve(file));
  }
}
