package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.ClusterObjects;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.ListDefaults;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Every default that a definition sets inside a list is written out, so that what Git holds is what
 * the API server keeps: in the sample, in all variants and in tenants that are drawn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListDefaultsTest {

  private static final int TENANTS = 500;
  private static final Path SAMPLE = SampleFleet.root().resolve("output/clusters/prod-eu-1");

  private ListDefaults defaults;

  @BeforeAll
  void read() {
    defaults =
        new ListDefaults(
            List.of(Contracts.path("contracts/crds"), Path.of("src/test/resources/crds")));
    assertThat(defaults.kinds()).isGreaterThan(30);
  }

  @Test
  void theSampleLeavesNoneOut() {
    assertThat(problems(ClusterObjects.of(SAMPLE).all())).isEmpty();
  }

  @Test
  void noVariantLeavesOneOut(@TempDir Path folder) throws IOException {
    for (String fleet : VariantFleet.names()) {
      Path root = VariantFleet.copyTo(folder.resolve(fleet), fleet);
      Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
      assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
      List<JsonNode> objects = ClusterObjects.of(root.resolve("output/clusters")).all();
      assertThat(problems(objects)).as(fleet).isEmpty();
    }
  }

  @Test
  void noTenantThatIsDrawnLeavesOneOut() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    RandomFleetTest.rendered(12, TENANTS)
        .forEach(
            (path, text) -> {
              if (path.endsWith(".yaml") && !path.endsWith("kustomization.yaml")) {
                YamlTrees.trees(text).stream().filter(defaults::knows).forEach(objects::add);
              }
            });
    assertThat(objects).hasSizeGreaterThan(TENANTS * 20);
    assertThat(problems(objects)).isEmpty();
  }

  /** One of each kind that has been left out before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tenants/globex/route.yaml                          | '\n          weight: 1'                 | HTTPRoute tenant-globex/wordpress.spec.rules[].backendRefs[].weight = 1
          tenants/globex/route.yaml                          | '\n            group: ""'           | ListenerSet tenant-globex/tenant-domains.spec.listeners[].tls.certificateRefs[].group = ""
          platform/gateway/gateway.yaml                      | '\n            group: ""'           | Gateway gateway-system/public.spec.listeners[].tls.certificateRefs[].group = ""
          platform/admin-apps/authentik/secrets.yaml         | '\n            priorityPolicy: Strict'  | ExternalSecret admin-apps/oidc-clients.spec.dataFrom[].rewrite[].merge.priorityPolicy = "Strict"
          """)
  void aDefaultThatIsLeftOutIsSeen(String file, String left, String expected) {
    Path path = SAMPLE.resolve(file);
    String text = YamlTrees.text(path);
    String line = left.replace("\\n", "\n");
    assertThat(text).contains(line);
    assertThat(problems(ClusterObjects.with(SAMPLE, path, text.replace(line, "")).all()))
        .contains(expected);
  }

  private List<String> problems(List<JsonNode> objects) {
    return objects.stream().flatMap(object -> defaults.missingIn(object).stream()).toList();
  }
}
