package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CompiledTemplates;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.TemplateFields;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every template of every room, found by itself: it compiles, belongs to one class, has a hole for
 * every value of its tables, and names no field that Kubernetes or a custom resource has not.
 */
class AllTemplatesTest {

  /** Read by Kustomize, which is no API server. */
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private static CompiledTemplates rooms;

  @BeforeAll
  static void find() {
    rooms = CompiledTemplates.ofRooms();
  }

  @Test
  void everyTemplateCompiles() {
    assertThat(rooms.problems()).isEmpty();
    assertThat(rooms.templates()).hasSizeGreaterThan(40);
  }

  @Test
  void everyFileBelongsToOneClass() {
    SortedMap<String, TreeSet<String>> owners = new TreeMap<>();
    CompiledTemplates.files().keySet().forEach(file -> owners.put(file, new TreeSet<>()));
    rooms
        .templates()
        .forEach(
            (template, field) -> owners.get(template.file().name()).add(field.split("\\.", 2)[0]));
    assertThat(owners).allSatisfy((file, classes) -> assertThat(classes).hasSize(1));
  }

  @Test
  void everyValueHasAHole() {
    assertThat(rooms.tables())
        .allSatisfy(
            (table, field) ->
                assertThat(table.withoutHole(rooms.templates().keySet())).as(field).isEmpty());
  }

  @Test
  void everyFieldIsOneOfTheModels() {
    assertThat(problems(TemplateFields.byModels())).isEmpty();
  }

  @Test
  void everyFieldIsOneOfTheContract() {
    assertThat(problems(TemplateFields.byContract(Contracts.kubernetes()))).isEmpty();
  }

  private static List<String> problems(TemplateFields fields) {
    return rooms.templates().keySet().stream()
        .filter(template -> !template.file().name().endsWith(KUSTOMIZATION))
        .flatMap(template -> fields.problems(template).stream())
        .distinct()
        .toList();
  }
}
