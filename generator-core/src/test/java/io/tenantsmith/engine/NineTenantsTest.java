package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The fleet "nine" is what it claims to be: three tiers, each with the least that a tenant can
 * state, all that it can, and the oddest. What it renders is judged by {@link VariantFleetsTest}
 * and, on an API server, by {@code .ci/apply-variants}.
 */
class NineTenantsTest {

  private static final List<String> TIERS = List.of("free", "pro", "enterprise");

  @TempDir private Path folder;
  private final Map<String, JsonNode> tenants = new HashMap<>();

  @BeforeEach
  void read() throws IOException {
    Path fleet = VariantFleet.copyTo(folder, "nine");
    for (Path file : YamlTrees.files(fleet.resolve("tenants"))) {
      JsonNode tenant = YamlTrees.trees(YamlTrees.text(file)).get(0);
      String size = tenant.get("tenant_id").asString().split("-", 2)[0];
      tenants.put(size + "-" + tenant.get("tier").asString(), tenant);
    }
  }

  @Test
  void itIsThreeTiersInThreeSizes() throws IOException {
    List<String> names = new ArrayList<>();
    TIERS.forEach(t -> List.of("minimal", "full", "odd").forEach(s -> names.add(s + "-" + t)));
    assertThat(tenants).containsOnlyKeys(names);
    assertThat(YamlTrees.files(folder.resolve("tenants"))).hasSize(9);
  }

  @Test
  void theMinimalOnesStateOnlyWhatTheyMust() throws IOException {
    Set<String> required = TenantSchema.read().required();
    TIERS.forEach(t -> assertThat(fields(tenant("minimal-" + t))).isEqualTo(required));
  }

  @Test
  void theFullOnesStateAllThatTheirTierAllows() throws IOException {
    Set<String> all = TenantSchema.read().topLevel();
    // They belong to states that are not supported yet.
    all.removeAll(Set.of("until", "confirm"));
    assertThat(fields(tenant("full-enterprise"))).isEqualTo(all);
    all.remove("branding");
    assertThat(fields(tenant("full-pro"))).isEqualTo(all);
    all.removeAll(Set.of("custom_domains", "plugins", "theme"));
    assertThat(fields(tenant("full-free"))).isEqualTo(all);
  }

  @Test
  void theOddOnesAreAtEveryEdge() {
    Map<String, Integer> domains = Map.of("free", 0, "pro", 5, "enterprise", 60);
    for (String tier : TIERS) {
      JsonNode odd = tenant("odd-" + tier);
      assertThat(odd.get("tenant_id").asString()).hasSize(40);
      assertThat(odd.path("custom_domains").size()).isEqualTo(domains.get(tier));
      assertThat(odd.get("features").values()).hasSize(4).noneMatch(JsonNode::asBoolean);
      assertThat(odd.get("display_name").asString().codePoints().boxed().toList())
          .containsAll(asciiPunctuation())
          .contains(0x1F680, 0x5E9, 0x645, 0x65E5, 0x301);
    }
  }

  private static List<Integer> asciiPunctuation() {
    List<Integer> marks = new ArrayList<>();
    for (int c = '!'; c <= '~'; c++) {
      if (!Character.isLetterOrDigit(c)) {
        marks.add(c);
      }
    }
    return marks;
  }

  private JsonNode tenant(String name) {
    return Objects.requireNonNull(tenants.get(name), name);
  }

  private static Set<String> fields(JsonNode tenant) {
    return new TreeSet<>(tenant.propertyNames());
  }
}
