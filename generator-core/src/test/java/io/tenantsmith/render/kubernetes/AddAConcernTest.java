package io.tenantsmith.render.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.testing.Contracts;
import io.tenantsmith.testing.GoldenFleet;
import io.tenantsmith.testing.GoldenFleet.TenantFixture;
import io.tenantsmith.testing.KubernetesContract;
import io.tenantsmith.testing.SampleFleet;
import io.tenantsmith.testing.YamlTrees;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The contributor that docs/add-a-concern.md shows compiles, renders, and counts in the quota. */
class AddAConcernTest {

  @TempDir private static Path folder;
  private static TenantContributor sample;

  @BeforeAll
  static void compile() throws IOException, ReflectiveOperationException {
    String page = Files.readString(SampleFleet.root().resolve("docs/add-a-concern.md"));
    Matcher code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(code.find()).isTrue();
    Path source = folder.resolve("SiteCheckContributor.java");
    Files.writeString(source, code.group(1));
    String[] arguments = {
      "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString()
    };
    int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    assertThat(exit).isZero();
    String file = "io/tenantsmith/render/kubernetes/SiteCheckContributor.class";
    Class<?> defined = MethodHandles.lookup().defineClass(Files.readAllBytes(folder.resolve(file)));
    sample = (TenantContributor) defined.getConstructor().newInstance();
  }

  @Test
  void itRendersAnObjectThatKubernetesKnows() {
    Artifact artifact = rendered(GoldenFleet.acme()).get(0);

    assertThat(artifact.path().value())
        .isEqualTo("clusters/prod-eu-1/tenants/acme-corp/site-check.yaml");
    assertThat(new KubernetesContract(Contracts.path("contracts")).problemsOf(artifact.text()))
        .isEmpty();
    assertThat(YamlTrees.trees(artifact.text()).get(0).at("/metadata/namespace").asString())
        .isEqualTo("tenant-acme-corp");
  }

  @Test
  void theQuotaGrowsByWhatItNeeds() {
    assertThat(quotaOf(List.of()).at("/spec/hard/pods").asInt() + 1)
        .isEqualTo(quotaOf(rendered(GoldenFleet.acme())).at("/spec/hard/pods").asInt());
  }

  @Test
  void aTenantThatIsNotActiveHasNone() {
    ResolvedTenant retained =
        new TenantFixture("acme-corp", "Acme", "pro").state(TenantState.RETAINED).tenant();
    assertThat(rendered(retained)).isEmpty();
  }

  private static List<Artifact> rendered(ResolvedTenant tenant) {
    return sample.contribute(tenant, GoldenFleet.fleet(), List.of());
  }

  private static JsonNode quotaOf(List<Artifact> siblings) {
    String text =
        new QuotaContributor()
            .contribute(GoldenFleet.acme(), GoldenFleet.fleet(), siblings)
            .get(0)
            .text();
    return YamlTrees.trees(text).get(0);
  }
}
