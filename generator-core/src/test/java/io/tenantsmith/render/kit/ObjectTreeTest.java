package io.tenantsmith.render.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Our trees of typed objects are Jackson's. */
class ObjectTreeTest {

  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper jackson = new JsonMapper();
  private final ObjectTree trees = new ObjectTree();

  @Test
  void everyObjectOfTheOutputBecomesTheTreeThatJacksonMakes() {
    TreeSet<String> typed = new TreeSet<>();
    for (var file : YamlTrees.files(SampleFleet.root().resolve("output/clusters"))) {
      for (Map<String, Object> document : YamlTrees.documents(YamlTrees.text(file))) {
        KubernetesResource object = jackson.convertValue(document, model(document));
        if (!(object instanceof GenericKubernetesResource)) {
          typed.add(String.valueOf(document.get("kind")));
        }
        assertThat(trees.of(object)).isEqualTo(jackson.convertValue(object, TREE));
      }
    }
    assertThat(typed).contains("Deployment", "NetworkPolicy", "HTTPRoute", "ResourceQuota", "Role");
  }

  @Test
  void aTypeThatNoObjectHadSoFarIsToldRatherThanGuessed() {
    ObjectMeta odd = new ObjectMeta();
    odd.setAdditionalProperty("since", ZonedDateTime.parse("2026-11-27T00:00:00Z"));
    assertThatThrownBy(() -> trees.of(odd))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ZonedDateTime");
  }

  private static Class<? extends KubernetesResource> model(Map<String, Object> document) {
    String version = String.valueOf(document.get("apiVersion"));
    String simple = version.substring(version.indexOf('/') + 1);
    String kind = String.valueOf(document.get("kind"));
    return Stream.of(
            "",
            "apps.",
            "batch." + simple + ".",
            "networking." + simple + ".",
            "policy." + simple + ".",
            "rbac.",
            "autoscaling." + simple + ".",
            "gatewayapi." + simple + ".",
            "admissionregistration." + simple + ".",
            "scheduling." + simple + ".")
        .map(name -> "io.fabric8.kubernetes.api.model." + name + kind)
        .map(ObjectTreeTest::named)
        .filter(type -> type != null)
        .findFirst()
        .orElse(GenericKubernetesResource.class);
  }

  private static @Nullable Class<? extends KubernetesResource> named(String name) {
    try {
      return Class.forName(name).asSubclass(KubernetesResource.class);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
