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
  private @Nullable Written written;

  TemplateContent(String comment, List<Rendering> renderings) {
    this.comment = comment;
    this.renderings = List.copyOf(renderings);
  }

  @Override
  public String text() {
    return written().text;
  }

  @Override
  public List<KubernetesObject> objects() {
    return written().objects;
  }

  @Override
  public List<Rendering> renderings() {
    return renderings;
  }

  @Override
  public List<KubernetesObject> objectsOf(Predicate<String> kinds) {
    return objects(renderings.stream().flatMap(r -> r.trees(kinds).stream()).toList());
  }

  private Written written() {
    Written once = written;
    if (once == null) {
      once = write();
      written = once;
    }
    return once;
  }

  private Written write() {
    List<Map<String, Object>> trees = new ArrayList<>();
    renderings.forEach(rendering -> trees.addAll(rendering.trees()));
    String text = Rendering.text(comment, renderings);
    if (!SubstitutionEscape.mayHoldVariable(text)) {
      return new Written(text, objects(trees));
    }
    List<Map<String, Object>> escaped = trees.stream().map(SubstitutionEscape::escaped).toList();
    return new Written(YamlWriter.write(comment, escaped), objects(escaped));
  }

  private static List<KubernetesObject> objects(List<Map<String, Object>> trees) {
    return trees.stream().map(KubernetesObject::of).toList();
  }

  private record Written(String text, List<KubernetesObject> objects) {}
}
