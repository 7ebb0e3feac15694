package io.tenantsmith.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.json.JsonTree;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedFacts.Fixed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedFactsTextTest {

  /** 1537 bytes are whole in no unit. */
  private static final Fixed FIXED =
      new Fixed(
          "tenant-a", "eu-1", new Bytes(1537), Bytes.ofGibi(20), 2, "rwx", "rwo.v1", "snap", 3);

  @Test
  void readsWhatItWrites() {
    List<PublishedFacts> all =
        List.of(
            PublishedFacts.NOTHING,
            new PublishedFacts(FIXED, null, List.of(), null),
            new PublishedFacts(FIXED, host("auth.a.com"), List.of(), null),
            new PublishedFacts(FIXED, null, List.of(host("auth.a.com"), host("auth.b.com")), null),
            new PublishedFacts(FIXED, null, List.of(), "2027-03-31"));
    for (PublishedFacts remembered : all) {
      Map<String, Object> line = new LinkedHashMap<>();
      PublishedFactsText.putPromise(remembered, line);
      PublishedFactsText.put(remembered, line);
      assertThat(read(JsonWriter.line(line))).isEqualTo(remembered);
    }
  }

  @Test
  void anOlderLineSaysNothing() {
    assertThat(read("{\"id\": \"a\", \"digest\": \"\"}")).isEqualTo(PublishedFacts.NOTHING);
  }

  @Test
  void aLineOlderThanGenerationsIsOfTheFirst() {
    Map<String, Object> line = new LinkedHashMap<>();
    PublishedFactsText.put(new PublishedFacts(FIXED, null, List.of(), null), line);
    String older = JsonWriter.line(line).replace("\"generation\": 3, ", "");
    assertThat(read(older).known().orElseThrow().generation()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'login': 1}",
        "{'until': ''}",
        "{'until': null}",
        "{'until': '2027-02-30'}",
        "{'login': ''}",
        "{'login': 'no host'}",
        "{'login': null}",
        "{'retired': 'auth.a.com'}",
        "{'retired': ['../x']}",
        "{'retired': [null]}",
        "{'fixed': null}",
        "{'fixed': {}}",
        "{'fixed': {'content': '1Gi', 'database': '1Gi', 'instances': '2',"
            + " 'namespace': 'a', 'region': 'r', 'shared': 's', 'single': 's'}}",
        "{'fixed': {'content': '1Gi', 'database': '1Gi', 'instances': 2, 'generation': 0,"
            + " 'namespace': 'a', 'region': 'r', 'shared': 's', 'single': 's'}}",
        "{'fixed': {'content': '1Gi', 'database': '1Gi', 'instances': 2, 'generation': '2',"
            + " 'namespace': 'a', 'region': 'r', 'shared': 's', 'single': 's'}}",
        "{'fixed': {'content': '-1Gi', 'database': '1Gi', 'instances': 2,"
            + " 'namespace': 'a', 'region': 'r', 'shared': 's', 'single': 's'}}",
        "{'fixed': {'content': '1Gi', 'database': '1Gi', 'instances': 2,"
            + " 'namespace': '', 'region': 'r', 'shared': 's', 'single': 's'}}"
      })
  void refusesWhatIsNotOfTheForm(String line) {
    assertThatThrownBy(() -> read(line.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HostName host(String name) {
    return new HostName(name);
  }

  private static PublishedFacts read(String line) {
    return PublishedFactsText.read(JsonTree.of(line.getBytes(StandardCharsets.UTF_8)));
  }
}
