package io.tenantsmith.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Demand.Size;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ContainerSize;
import io.tenantsmith.render.quota.QuotaContributor;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final Size SIZE = ContainerSize.size(250, 256);

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
    String file = "io/tenantsmith/render/site/SiteCheckContributor.class";
    Class<?> defined = MethodHandles.lookup().defineClass(Files.readAllBytes(folder.resolve(file)));
    sample = (TenantContributor) defined.getConstructor().newInstance();
  }

  @Test
  void itRendersAnObjectThatKubernetesKnows() {
    Artifact artifact = rendered(acme()).get(0);

    assertThat(artifact.path().value())
        .isEqualTo("clusters/prod-eu-1/tenants/acme-corp/site-check.yaml");
    assertThat(new KubernetesContract(Contracts.path("contracts")).problemsOf(artifact.text()))
        .isEmpty();
    assertThat(YamlTrees.trees(artifact.text()).get(0).at("/metadata/namespace").asString())
        .isEqualTo("tenant-acme-corp");
  }

  @Test
  void theQuotaGrowsByWhatItNeeds() {
    List<Artifact> others = List.of(someWorkload());
    List<Artifact> all = new ArrayList<>(others);
    all.addAll(rendered(acme()));

    assertThat(quotaOf(all).at("/spec/hard/pods").asInt())
        .isEqualTo(quotaOf(others).at("/spec/hard/pods").asInt() + 1);
  }

  private static List<Artifact> rendered(ResolvedTenant tenant) {
    return sample.contribute(tenant, GoldenFleet.fleet(), List.of());
  }

  private static Artifact someWorkload() {
    Demand pods = new ContainerSize(SIZE, SIZE).needed("web", 2);
    Demand volumes =
        new Demand(List.of(), List.of(new Claim("content", 1, Bytes.ofGibi(5))), 1, 0, 0);
    return new Artifact(RelativePath.of("web.yaml"), "", List.of()).needing(pods.plus(volumes));
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
            new QuotaContributor().contribute(acme(), GoldenFleet.fleet(), siblings).get(0).text())
        .get(0);
  }
}
