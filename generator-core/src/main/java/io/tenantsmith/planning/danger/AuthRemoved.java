package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An application, provider, group or brand of the sign-on goes, or is no longer looked after. */
final class AuthRemoved implements DangerRule {

  private static final String LABEL = "tenantsmith.io/blueprint";

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    TaggedReader reader = new TaggedReader();
    Map<String, Entry> after = new LinkedHashMap<>();
    Map<Entry, Pair> before = new LinkedHashMap<>();
    for (Pair pair : comparison.pairs("ConfigMap")) {
      if (pair.differs()) {
        entries(pair.after(), reader).forEach(entry -> after.put(entry.key(), entry));
        entries(pair.before(), reader).forEach(entry -> before.put(entry, pair));
      }
    }
    Map<Fate, List<String>> lost = new LinkedHashMap<>();
    before.forEach(
        (entry, pair) -> {
          Entry now = after.get(entry.key());
          if (!entry.absent() && (now == null || now.absent())) {
            lost.computeIfAbsent(
                    new Fate(pair, entry.file(), now != null), key -> new ArrayList<>())
                .add(entry.what() + " " + entry.name());
          }
        });
    lost.forEach((fate, names) -> report.accept(fate.danger(names)));
  }

  /** What becomes of entries of one file. */
  private record Fate(Pair pair, String file, boolean deleted) {

    Danger danger(List<String> names) {
      String fate = deleted ? "deleted: " : "no longer looked after, and left as it is: ";
      return pair.danger(DangerKind.AUTH_REMOVED, List.of("data", file), fate + Cuts.text(names));
    }
  }

  /**
   * One entry of a blueprint.
   *
   * @param key model and identifiers
   * @param what what it is, in a word
   */
  private record Entry(String file, String key, String what, String name, boolean absent) {}

  private static List<Entry> entries(Node map, TaggedReader reader) {
    if (map.at("metadata", "labels", LABEL).isMissing()) {
      return List.of();
    }
    return map.get("data").entries().stream()
        .flatMap(text -> entries(text.step().toString(), text.text(), reader).stream())
        .toList();
  }

  private static List<Entry> entries(String file, String text, TaggedReader reader) {
    try {
      return reader.read(text) instanceof TaggedNode.Mapping root
              && root.get("entries").orElse(null) instanceof TaggedNode.Sequence entries
          ? entries.items().stream()
              .flatMap(
                  node ->
                      node instanceof TaggedNode.Mapping m
                          ? entry(file, m).stream()
                          : List.<Entry>of().stream())
              .toList()
          : List.of();
    } catch (RuntimeException broken) {
      return List.of(); // what the base holds was edited by hand and is no blueprint
    }
  }

  private static List<Entry> entry(String file, TaggedNode.Mapping entry) {
    String model = text(entry, "model");
    String what = what(model);
    if (what.isEmpty()
        || !(entry.get("identifiers").orElse(null) instanceof TaggedNode.Mapping ids)) {
      return List.of();
    }
    String name =
        ids.entries().stream()
            .map(id -> id.value() instanceof TaggedNode.Scalar scalar ? scalar.text() : "")
            .findFirst()
            .orElse("");
    boolean absent = text(entry, "state").equals("absent");
    return List.of(new Entry(file, model + " " + name, what, name, absent));
  }

  private static String what(String model) {
    if (model.startsWith("authentik_providers_") && model.endsWith("provider")) {
      return "provider";
    }
    return switch (model) {
      case "authentik_core.application" -> "application";
      case "authentik_core.group" -> "group";
      case "authentik_brands.brand" -> "brand";
      default -> "";
    };
  }

  private static String text(TaggedNode.Mapping entry, String key) {
    return entry.get(key).orElse(null) instanceof TaggedNode.Scalar scalar ? scalar.text() : "";
  }
}
