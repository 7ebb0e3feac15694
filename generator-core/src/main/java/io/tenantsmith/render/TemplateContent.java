package io.tenantsmith.render;

import io.tenantsmith.template.Rendering;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file whose objects come from templates. An object in which Flux would find a variable is
 * annotated so that Flux leaves it alone.
 */
final class TemplateContent implements Artifact.Content {

  private final String comment;
  private final List<Rendering> renderings;
  private @Nullable String text;
  private @Nullable List<KubernetesObject> objects;

  TemplateContent(String comment, List<Rendering> renderings) {
    this.comment = comment;
    this.renderings = List.copyOf(renderings);
  }

  @Override
  public String text() {
    String once = text;
    if (once == null) {
      once = write();
      text = once;
    }
    return once;
  }

  @Override
  public List<KubernetesObject> objects() {
    List<KubernetesObject> once = objects;
    if (once == null) {
      List<Map<String, Object>> trees = trees();
      once = objects(mayHoldVariable() ? escaped(trees) : trees);
      objects = once;
    }
    return once;
  }

  @Override
  public List<Rendering> renderings() {
    return renderings;
  }

  @Override
  public List<KubernetesObject> objectsOf(Predicate<String> kinds) {
    List<KubernetesObject> known = objects;
    if (known != null) {
      return known;
    }
    return objects(renderings.stream().flatMap(r -> r.trees(kinds).stream()).toList());
  }

  private String write() {
    List<Map<String, Object>> trees = trees();
    String written = Rendering.text(comment, renderings);
    boolean mayDiffer = mayHoldVariable();
    List<Map<String, Object>> escaped = mayDiffer ? escaped(trees) : trees;
    if (objects == null) {
      objects = objects(escaped);
    }
    return mayDiffer ? YamlWriter.write(comment, escaped) : written;
  }

  private List<Map<String, Object>> trees() {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (Rendering rendering : renderings) {
      trees.addAll(rendering.trees());
    }
    return trees;
  }

  /** Whether what was rendered needs a look at every string; hardly any does. */
  private boolean mayHoldVariable() {
    return renderings.stream().anyMatch(Rendering::mayHoldVariable);
  }

  private static List<Map<String, Object>> escaped(List<Map<String, Object>> trees) {
    return trees.stream().map(SubstitutionEscape::escaped).toList();
  }

  private static List<KubernetesObject> objects(List<Map<String, Object>> trees) {
    List<KubernetesObject> objects = new ArrayList<>(trees.size());
    for (Map<String, Object> tree : trees) {
      objects.add(KubernetesObject.of(tree));
    }
    return List.copyOf(objects);
  }
}
