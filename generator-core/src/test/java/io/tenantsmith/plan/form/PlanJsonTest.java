package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.ReportContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of plans keeps its published schema, and nothing is lost in it. */
class PlanJsonTest {

  private static final String SCHEMA = "plan.schema.json";
  private static final ReportContract CONTRACT = new ReportContract(SCHEMA);

  static Stream<Path> cases() throws IOException {
    return PlanCasesTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseKeepsTheSchema(Path folder) throws IOException {
    assertThat(CONTRACT.problems(Files.readString(folder.resolve("plan.json")))).isEmpty();
  }

  @Test
  void generatedPlansKeepItAndComeBackWhole() {
    for (FleetPlan plan :
        List.of(
            GeneratedPlans.tier(0),
            GeneratedPlans.tier(3_000),
            GeneratedPlans.different(300, "`\u202e<b>", true))) {
      String json = JsonWriter.pretty(PlanJson.of(plan));
      assertThat(CONTRACT.problems(json)).isEmpty();
      assertThat(PlanReader.read(json)).isEqualTo(plan);
      assertThat(JsonWriter.pretty(PlanJson.of(PlanReader.read(json)))).isEqualTo(json);
    }
  }

  @Test
  void whatIsNotDescribedIsRefused() throws IOException {
    String json = JsonWriter.pretty(PlanJson.of(GeneratedPlans.tier(1)));
    for (String change :
        List.of(
            json.replace("\"fate\": \"changed\"", "\"fate\": \"altered\""),
            json.replace("\"schema\": 1", "\"schema\": 2"),
            json.replace("\"leftOut\"", "\"omitted\""),
            json.replace("\"kind\": \"restart\"", "\"kind\": \"RESTART\""))) {
      assertThat(change).isNotEqualTo(json);
      assertThat(CONTRACT.problems(change)).isNotEmpty();
    }
  }

  /** Every word that a plan may hold stands in the schema, and no other. */
  @Test
  void theSchemaHasAllWords() throws IOException {
    assertThat(words("/$defs/danger/properties/kind/enum")).isEqualTo(words(DangerKind.values()));
    assertThat(words("/$defs/cause/properties/kind/enum")).isEqualTo(words(Cause.Kind.values()));
    assertThat(words("/$defs/change/properties/form/enum"))
        .isEqualTo(words(ValueChange.Form.values()));
    assertThat(words("/$defs/text/properties/language/enum"))
        .isEqualTo(words(TextChange.Language.values()));
    assertThat(words("/$defs/group/properties/fate/enum")).isEqualTo(words(Fate.values()));
    assertThat(words("/properties/base/properties/kind/enum"))
        .isEqualTo(words(Baseline.Kind.values()));
  }

  @Test
  void theSchemaExplainsEveryMember() throws IOException {
    for (JsonNode properties : schema().findValues("properties")) {
      for (JsonNode member : properties) {
        if (!member.has("$ref")) {
          assertThat(member.path("title").asString("")).as(member.toString()).isNotEmpty();
          assertThat(member.path("description").asString("")).as(member.toString()).endsWith(".");
        }
      }
    }
  }

  private static JsonNode schema() throws IOException {
    Path file = SampleFleet.root().resolve("schema").resolve(SCHEMA);
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  private static List<String> words(String pointer) throws IOException {
    return schema().at(pointer).valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> words(Enum<?>... constants) {
    return Arrays.stream(constants).map(ChangeJson::word).toList();
  }
}
