package io.tenantsmith.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.quota.QuotaContributor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static String page;
  private static TenantContributor sample;

  @BeforeAll
  static void compile() throws IOException, ReflectiveOperationException {
    page = Files.readString(SampleFleet.root().resolve("docs/add-a-concern.md"));
    Path room = folder.resolve("io/tenantsmith/render/site");
    Files.createDirectories(room);
    Files.writeString(room.resolve("site-check.yaml"), block("yaml"));
    Path source = folder.resolve("SiteCheckContributor.java");
    Files.writeString(source, block("java"));
    String[] arguments = {
      "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString()
    };
    int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    assertThat(exit).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> type = loader.loadClass("io.tenantsmith.render.site.SiteCheckContributor");
      sample = (TenantContributor) type.getConstructor().newInstance();
    }
  }

  @Test
  void thePageCountsWhatItShows() {
    Matcher counted = Pattern.compile("template of (\\d+) .* contributor of (\\d+) ").matcher(page);
    assertThat(counted.find()).isTrue();
    assertThat(counted.group(1)).isEqualTo("" + block("yaml").lines().count());
    assertThat(counted.group(2)).isEqualTo("" + block("java").lines().count());
  }

  @Test
  void itRendersAnObjectThatKubernetesKnows() {
    Artifact artifact = rendered(acme()).get(0);

    assertThat(artifact.path().value())
        .isEqualTo("clusters/prod-eu-1/tenants/acme-corp/site-check.yaml");
    assertThat(Contracts.kubernetes().problemsOf(artifact.text())).isEmpty();
    assertThat(YamlTrees.trees(artifact.text()).get(0).at("/metadata/namespace").asString())
        .isEqualTo("tenant-acme-corp");
  }

  @Test
  void theQuotaGrowsByWhatItNeeds() {
    List<Artifact> others = List.of(someWorkload());
    List<Artifact> all = new ArrayList<>(others);
    all.addAll(rendered(acme()));

    assertThat(quotaOf(all).at("/spec/hard/pods").asInt())
        .isGreaterThan(quotaOf(others).at("/spec/hard/pods").asInt());
  }

  private static String block(String language) {
    Pattern fence = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    Matcher block = fence.matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static List<Artifact> rendered(ResolvedTenant tenant) {
    return sample.contribute(tenant, GoldenFleet.fleet(), List.of());
  }

  private static Artifact someWorkload() {
    Map<String, Object> service =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Map.of("name", "web", "namespace", "tenant-acme-corp"),
            "spec",
            Map.of());
    return new Artifact(RelativePath.of("web.yaml"), "", List.of(KubernetesObject.of(service)));
  }

  private static ResolvedTenant acme() {
    return new TenantFixture("acme-corp", "Acme", "pro")
        .set(ImageKeys.CURL, "docker.io/curlimages/curl:8.16.0")
        .set(TierKeys.DEDICATED_RESOURCES, false)
        .set(TierKeys.LIMIT_CPU, Limit.of(new Cpu(2000)))
        .set(TierKeys.LIMIT_MEMORY, Limit.of(Bytes.ofGibi(2)))
        .set(TierKeys.LIMIT_STORAGE, Limit.of(Bytes.ofGibi(50)))
        .tenant();
  }

  private static JsonNode quotaOf(List<Artifact> siblings) {
    return YamlTrees.trees(
            new QuotaContributor(StateForm.OPEN, (t, f) -> List.of())
                .contribute(acme(), GoldenFleet.fleet(), siblings)
                .get(0)
                .text())
        .get(0);
  }
}
