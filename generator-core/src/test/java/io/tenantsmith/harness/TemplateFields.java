package io.tenantsmith.harness;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks every field name of a template, in all branches at once, against what Kubernetes knows of
 * its kinds. A value of a hole is not looked into; {@link KubernetesContract} does that with the
 * objects that are rendered.
 */
public final class TemplateFields {

  private final Map<String, FieldShape> kinds;
  private final boolean complete;

  private TemplateFields(Map<String, FieldShape> kinds, boolean complete) {
    this.kinds = kinds;
    this.complete = complete;
  }

  /** By the typed models, which are always there; what has no model is not looked into. */
  public static TemplateFields byModels() {
    return new TemplateFields(ModelShape.kinds(), false);
  }

  /** By the contract, which has to know every kind. */
  public static TemplateFields byContract(KubernetesContract contract) {
    return new TemplateFields(contract.shapes(), true);
  }

  /** What is wrong, each with file, line and column. */
  public List<String> problems(ObjectTemplate<?> template) {
    Set<String> problems = new LinkedHashSet<>();
    template.documents().forEach(document -> checkDocument(document, problems));
    return List.copyOf(problems);
  }

  /** What is wrong with an object that is rendered. */
  public List<String> problems(Map<String, Object> object) {
    Set<String> problems = new LinkedHashSet<>();
    String kind = String.valueOf(object.get("kind"));
    FieldShape shape = kinds.get(object.get("apiVersion") + " " + kind);
    if (shape != null) {
      new Walk(kind, problems).tree(object, shape, SourceRange.ofFile("rendered"), "");
    }
    return List.copyOf(problems);
  }

  private void checkDocument(TemplateNode node, Set<String> problems) {
    if (node instanceof TemplateNode.Mapping || node instanceof TemplateNode.Merge) {
      checkObject(node, problems);
    } else if (node instanceof TemplateNode.Sequence sequence) {
      sequence.items().forEach(item -> checkDocument(item, problems));
    } else if (node instanceof TemplateNode.Each each) {
      checkDocument(each.body(), problems);
    } else if (node instanceof TemplateNode.Flatten flatten) {
      checkDocument(flatten.list(), problems);
    } else {
      branches(node).forEach(branch -> checkDocument(branch, problems));
    }
  }

  private void checkObject(TemplateNode object, Set<String> problems) {
    Optional<String> apiVersion = constant(object, "apiVersion");
    Optional<String> kind = constant(object, "kind");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      problems.add(object.place().display() + ": an object without a constant apiVersion and kind");
      return;
    }
    FieldShape shape = kinds.get(apiVersion.get() + " " + kind.get());
    if (shape != null) {
      new Walk(kind.get(), problems).check(object, shape, "");
    } else if (complete) {
      problems.add(
          object.place().display()
              + ": %s %s is no kind of this contract".formatted(apiVersion.get(), kind.get()));
    }
  }

  /** A constant field of a mapping, or of one of those that are merged. */
  private static Optional<String> constant(TemplateNode object, String key) {
    if (object instanceof TemplateNode.Mapping mapping) {
      return mapping
          .find(key)
          .filter(TemplateNode.Constant.class::isInstance)
          .map(node -> String.valueOf(((TemplateNode.Constant) node).tree()));
    }
    List<TemplateNode> parts =
        object instanceof TemplateNode.Merge merge ? elements(merge.list()) : branches(object);
    return parts.stream().flatMap(part -> constant(part, key).stream()).findFirst();
  }

  private static List<TemplateNode> elements(TemplateNode list) {
    if (list instanceof TemplateNode.Sequence sequence) {
      return sequence.items();
    }
    return list instanceof TemplateNode.Each each ? List.of(each.body()) : List.of();
  }

  private static List<TemplateNode> branches(TemplateNode node) {
    List<TemplateNode> branches = new ArrayList<>();
    if (node instanceof TemplateNode.If choice) {
      Optional.ofNullable(choice.then()).ifPresent(branches::add);
      Optional.ofNullable(choice.otherwise()).ifPresent(branches::add);
    }
    return branches;
  }

  /** One walk over an object's template. */
  private record Walk(String kind, Set<String> problems) {

    void check(TemplateNode node, FieldShape shape, String path) {
      if (shape.form() == FieldShape.Form.ANYTHING || node instanceof TemplateNode.Hole) {
        return;
      }
      if (node instanceof TemplateNode.If) {
        branches(node).forEach(branch -> check(branch, shape, path));
      } else if (node instanceof TemplateNode.Merge merge) {
        elements(merge.list()).forEach(element -> check(element, shape, path));
      } else if (node instanceof TemplateNode.Mapping mapping) {
        mapping(mapping, shape, path);
      } else if (node instanceof TemplateNode.Constant constant) {
        tree(constant.tree(), shape, constant.place(), path);
      } else if (node instanceof TemplateNode.Text) {
        require(shape, FieldShape.Form.SCALAR, node.place(), path);
      } else {
        list(node, shape, path);
      }
    }

    private void mapping(TemplateNode.Mapping mapping, FieldShape shape, String path) {
      if (require(shape, FieldShape.Form.MAPPING, mapping.place(), path)) {
        for (TemplateNode.Entry entry : mapping.entries()) {
          String name = entry.name().orElse("${...}");
          Optional<FieldShape> field = entry.name().flatMap(shape::field);
          field = entry.name().isPresent() ? field : shape.anyField();
          field.ifPresentOrElse(
              inner -> check(entry.value(), inner, path + "." + name),
              () -> report(entry.key().place(), "there is no field " + path + "." + name));
        }
      }
    }

    private void list(TemplateNode list, FieldShape shape, String path) {
      if (require(shape, FieldShape.Form.LIST, list.place(), path)) {
        if (list instanceof TemplateNode.Flatten flatten) {
          elements(flatten.list()).forEach(element -> spread(element, shape, path));
        } else {
          elements(list).forEach(item -> check(item, shape.item(), path + "[]"));
        }
      }
    }

    /** An element of a flattened list is an item or a list of items. */
    private void spread(TemplateNode element, FieldShape list, String path) {
      if (element instanceof TemplateNode.If) {
        branches(element).forEach(branch -> spread(branch, list, path));
      } else if (element instanceof TemplateNode.Sequence
          || element instanceof TemplateNode.Each
          || element instanceof TemplateNode.Flatten
          || (element instanceof TemplateNode.Constant constant
              && constant.tree() instanceof List)) {
        check(element, list, path);
      } else {
        check(element, list.item(), path + "[]");
      }
    }

    private void tree(Object tree, FieldShape shape, SourceRange place, String path) {
      if (tree instanceof Map<?, ?> map) {
        List<TemplateNode.Entry> entries = new ArrayList<>();
        map.forEach(
            (key, value) ->
                entries.add(
                    new TemplateNode.Entry(
                        new TemplateNode.Constant(key, place),
                        new TemplateNode.Constant(value, place))));
        mapping(new TemplateNode.Mapping(entries, place), shape, path);
      } else if (tree instanceof List<?> list) {
        List<TemplateNode> items = new ArrayList<>();
        list.forEach(item -> items.add(new TemplateNode.Constant(item, place)));
        list(new TemplateNode.Sequence(items, place), shape, path);
      } else {
        require(shape, FieldShape.Form.SCALAR, place, path);
      }
    }

    private boolean require(
        FieldShape shape, FieldShape.Form form, SourceRange place, String path) {
      boolean held = shape.form() == form || shape.form() == FieldShape.Form.ANYTHING;
      if (!held) {
        report(place, path + " takes no " + form.name().toLowerCase(Locale.ROOT));
      }
      return held;
    }

    private void report(SourceRange place, String fact) {
      problems.add(place.display() + ": " + kind + ": " + fact);
    }
  }
}
