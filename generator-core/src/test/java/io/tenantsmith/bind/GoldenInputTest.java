package io.tenantsmith.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.schema.SchemaKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample fleet of the repository is accepted as it is, and every field arrives. */
class GoldenInputTest {

  private static final Path SAMPLE = Path.of("..");

  private final Inputs inputs = new Inputs();

  @Test
  void bindsTheFleet() throws IOException {
    Fleet fleet = (Fleet) bind(SchemaKind.FLEET, "fleet.yaml");

    Cluster cluster = fleet.cluster("prod-eu-1").orElseThrow();
    assertThat(cluster.sync()).isEqualTo(SyncTool.BOTH);
    assertThat(cluster.network().apiServerCidrs()).containsExactly("10.250.0.0/28");
    assertThat(cluster.capacity().cpuLimit().orElseThrow().value()).isEqualTo(new Cpu(400_000));
    assertThat(cluster.openWebUiHost().value()).hasToString("ai.example.com");
    assertThat(fleet.settings().get(ImageKeys.REGISTRY)).isEqualTo("registry.example.com/mirror");
    assertThat(fleet.clusters().get(0).backup().endpoint())
        .isEqualTo("s3.eu-central-1.amazonaws.com");
    assertThat(fleet.publish().create()).isTrue();
    assertThat(fleet.publish().readUrl()).isEqualTo("https://git.example.com/platform/fleet.git");
  }

  @Test
  void bindsEveryFieldOfATenant() throws IOException {
    Tenant globex = (Tenant) bind(SchemaKind.TENANT, "tenants/globex.yaml");
    Values values = globex.values();

    assertThat(globex.complete()).isTrue();
    assertThat(globex.placement().ring()).extracting(Sourced::value).isEqualTo(Ring.CANARY);
    assertThat(value(values, TenantKeys.DB_CORES)).isEqualTo(new Cpu(8000));
    assertThat(value(values, TenantKeys.DB_RAM)).isEqualTo(Bytes.ofGibi(32));
    assertThat(value(values, TenantKeys.DB_STORAGE)).isEqualTo(Bytes.ofGibi(500));
    assertThat(value(values, TenantKeys.CUSTOM_DOMAINS))
        .extracting(d -> d.value().value() + "@" + d.range().display())
        .containsExactly("www.globex.com@tenants/globex.yaml:26:18");
    assertThat(value(values, TenantKeys.CUSTOM_TEMPLATES)).containsOnlyKeys("press_release");
    assertThat(value(values, TenantKeys.PLUGINS))
        .containsExactly(new Plugin("wordpress-seo", "26.4"), new Plugin("woocommerce", "10.3.5"));
    assertThat(value(values, TenantKeys.BRANDING_CSS)).isEmpty();
    Patch patch = value(values, TenantKeys.PATCHES).get(0).value();
    assertThat(patch.target()).isEqualTo(Map.of("kind", "HTTPRoute", "name", "wordpress"));
    assertThat(patch.text()).startsWith("- op: replace\n");
  }

  @Test
  void bindsTheSmallestTenant() throws IOException {
    Tenant tenant = (Tenant) bind(SchemaKind.TENANT, "tenants/tenant1.yaml");

    assertThat(tenant.complete()).isTrue();
    assertThat(tenant.values().keys())
        .containsExactly(
            TenantKeys.ID, TenantKeys.DISPLAY_NAME, TenantKeys.ADMIN_EMAIL, TenantKeys.TIER);
    assertThat(tenant.placement().cluster()).isNull();
  }

  @Test
  void bindsAllOtherFiles() throws IOException {
    Tenant acme = (Tenant) bind(SchemaKind.TENANT, "tenants/acme-corp.yaml");
    Tier pro = (Tier) bind(SchemaKind.TIER, "tiers/pro.yaml");
    Tier enterprise = (Tier) bind(SchemaKind.TIER, "tiers/enterprise.yaml");
    bind(SchemaKind.TIER, "tiers/free.yaml");
    bind(SchemaKind.TEMPLATE, "tiers/templates/blog.yaml");

    assertThat(acme.values().get(TenantKeys.CPU_REQUEST))
        .map(Sourced::value)
        .contains(new Cpu(1000));
    assertThat(value(pro.values(), TierKeys.LIMIT_CPU).amount()).contains(new Cpu(2000));
    assertThat(value(pro.values(), TierKeys.PRICES.get(4)))
        .isEqualByComparingTo(new BigDecimal("0.000002"));
    assertThat(value(enterprise.values(), TierKeys.LIMIT_STORAGE).amount()).isEmpty();
    assertThat(value(enterprise.values(), TierKeys.CUSTOM_DOMAINS))
        .isInstanceOfSatisfying(Limit.class, l -> assertThat(l).hasToString("unlimited"));
  }

  @Test
  void aNewcomersFleetGetsDefaultsForAllElse() {
    String text =
        """
        fleet: shop
        domain: sites.example.com
        clusters:
          - {name: one, region: eu}
        """;
    Result<?> result = inputs.bind(SchemaKind.FLEET, text);

    assertThat(result.diagnostics()).isEmpty();
    Fleet fleet = (Fleet) result.value().orElseThrow();
    Cluster cluster = fleet.clusters().get(0);
    assertThat(fleet.namespacePrefix().value()).isEqualTo("tenant-");
    assertThat(cluster.identityHost().value()).hasToString("auth.sites.example.com");
    assertThat(cluster.identityHost().range().display()).isEqualTo("t.yaml:2:9");
    assertThat(cluster.openWebUiHost().value()).hasToString("chat.sites.example.com");
    assertThat(fleet.publish().branch().value()).isEqualTo("environment/prod");
    assertThat(fleet.publish().author().email()).isEqualTo("tenantsmith@sites.example.com");
    assertThat(fleet.clusters().get(0).network().podCidrs()).contains("10.0.0.0/8");
    assertThat(fleet.guards().maxRemovedTenants().value()).isEqualTo(1);
    assertThat(fleet.guards().maxChangedPercent().value()).isEqualTo(10);
    for (Key<String> image : ImageKeys.IMAGES) {
      assertThat(fleet.settings().get(image)).matches("[a-z0-9.-]+/.+:.+");
    }
  }

  @Test
  void defaultImagesMoveBelowAStatedRegistry() {
    String text =
        """
        fleet: shop
        domain: sites.example.com
        clusters: [{name: one, region: eu}]
        images: {registry: "mirror.example.com:5000/x", curl: "curl:9.0.0"}
        """;
    Fleet fleet = (Fleet) inputs.bind(SchemaKind.FLEET, text).value().orElseThrow();

    assertThat(fleet.settings().get(ImageKeys.CURL)).isEqualTo("curl:9.0.0");
    assertThat(fleet.settings().get(ImageKeys.AUTHENTIK)).isEqualTo("authentik-server:2026.8.3");
  }

  private Object bind(SchemaKind kind, String file) throws IOException {
    Result<?> result = inputs.bind(kind, file, Files.readAllBytes(SAMPLE.resolve(file)));
    assertThat(result.diagnostics()).as(file).isEqualTo(List.of());
    return result.value().orElseThrow();
  }

  private static <T> T value(Values values, Key<T> key) {
    return values.get(key).orElseThrow().value();
  }
}
