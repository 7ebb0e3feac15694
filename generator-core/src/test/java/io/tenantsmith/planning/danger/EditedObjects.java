package io.tenantsmith.planning.danger;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Edits;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.RenderedArtifacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A case about objects: those of a tenant of the sample are the base, and sections edit, add or
 * drop some of what is to be. A section that begins with {@code before} does so in the base.
 */
final class EditedObjects {

  private static final RenderedArtifacts SAMPLE = RenderedArtifacts.of(SampleFleet.root());

  private final List<Map<String, Object>> before;
  private final List<Map<String, Object>> after;

  private EditedObjects(String tenant) {
    this.before = objects(tenant);
    this.after = objects(tenant);
  }

  static List<Danger> dangers(CaseFile file) {
    String first = file.sections().get(0).head().replace("before ", "");
    EditedObjects objects = new EditedObjects(first.split(" ", -1)[1]);
    for (CaseFile.Section section : file.sections()) {
      boolean old = section.head().startsWith("before ");
      String[] head = section.head().replace("before ", "").split(" ", -1);
      objects.take(head, section.text(), old ? objects.before : objects.after);
    }
    return DangerBook.dangers(TwoTrees.matched(objects.before, objects.after), DangerContext.NONE);
  }

  private void take(String[] head, String text, List<Map<String, Object>> trees) {
    switch (head[0]) {
      case "edit" -> Edits.apply(object(head[2] + " " + head[3], trees), text);
      case "add" -> trees.addAll(YamlTrees.documents(text));
      case "drop" -> trees.remove(object(head[2] + " " + head[3], trees));
      case "new" -> trees.clear();
      default -> throw new AssertionError("no such section: " + String.join(" ", head));
    }
  }

  private static List<Map<String, Object>> objects(String tenant) {
    List<Map<String, Object>> trees = new ArrayList<>();
    SAMPLE
        .ofTenant(tenant)
        .forEach(artifact -> artifact.objects().forEach(object -> trees.add(copy(object.tree()))));
    return trees;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copy(Map<String, Object> tree) {
    return (Map<String, Object>) (Object) Trees.copy(tree);
  }

  /** The object of a name, or the first of one that begins like it where a digest follows. */
  private static Map<String, Object> object(String display, List<Map<String, Object>> trees) {
    String start = display.replace("*", "");
    return trees.stream()
        .filter(
            tree -> {
              String own = KubernetesObject.of(tree).ref().display();
              return start.equals(display) ? own.equals(display) : own.startsWith(start);
            })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + display));
  }
}
