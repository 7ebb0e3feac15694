package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.TenantSchema;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of keys and the schemas say the same. */
class KeyTableTest {

  /** What names a file, leads to another one or says whom it concerns is no value of a tenant. */
  private static final Set<String> NAMES =
      Set.of(
          "tier/tier",
          "tier/extends",
          "tier/next.id",
          "tier/next.to.rings[]",
          "tier/next.to.percent",
          "template/template");

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "tier", "template", "fleet"})
  void everyFieldOfASchemaHasOneKeyAndEveryKeyAField(String schema) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Document document : Document.values()) {
      if (document.schema().equals(schema)) {
        KeyTable.of(document).forEach(key -> paths.add(document.path(key)));
      }
    }
    assertThat(paths).doesNotHaveDuplicates();
    Set<String> unused = new TreeSet<>(paths);
    for (String leaf : TenantSchema.read(schema).leaves()) {
      List<String> keys = paths.stream().filter(path -> isOf(leaf, path)).toList();
      if (!NAMES.contains(schema + "/" + leaf)) {
        assertThat(keys).as(schema + ": " + leaf).hasSize(1);
      }
      unused.removeAll(keys);
    }
    assertThat(unused).isEmpty();
  }

  private static boolean isOf(String leaf, String path) {
    return leaf.equals(path) || leaf.startsWith(path + "[") || leaf.startsWith(path + ".");
  }

  @Test
  void everyConstantIsInTheTable() throws IllegalAccessException {
    List<Class<?>> sections =
        List.of(
            TenantKeys.class,
            TierKeys.class,
            ImageKeys.class,
            FleetKeys.class,
            MailKeys.class,
            BackupKeys.class,
            ClusterKeys.class,
            DerivedKeys.class);
    for (Class<?> section : sections) {
      for (Field field : section.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Key.class) {
          assertThat(KeyTable.keys()).contains((Key<?>) field.get(null));
        }
      }
    }
    assertThat(KeyTable.keys()).doesNotHaveDuplicates();
  }

  /** Whatever two schemas hold stands in the one that they share, and is referred to. */
  @Test
  void noSchemaRepeatsWhatIsShared() throws IOException {
    JsonNode shared = tree("shared").get("$defs");
    for (String schema : List.of("tenant", "tier", "template", "fleet")) {
      JsonNode own = tree(schema).path("$defs");
      for (String name : shared.propertyNames()) {
        assertThat(own.has(name)).as(schema + ": " + name).isFalse();
      }
    }
    try (Stream<Path> files = Files.list(SampleFleet.root().resolve("schema"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "tenant.schema.json",
              "tier.schema.json",
              "template.schema.json",
              "fleet.schema.json",
              "shared.schema.json",
              "certificate.schema.json",
              "plan.schema.json",
              "report.schema.json");
    }
  }

  private static JsonNode tree(String schema) throws IOException {
    return new JsonMapper()
        .readTree(
            Files.readString(SampleFleet.root().resolve("schema/" + schema + ".schema.json")));
  }
}
