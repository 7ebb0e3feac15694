package io.tenantsmith.steps;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Labels;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's blueprint says of Authentik.
 *
 * @param entries in the order of the blueprint
 */
public record SignOn(List<Entry> entries) {

  private static final String GROUP = "authentik_core.group";
  private static final String ABSENT = "absent";

  /** Copies the list. */
  public SignOn {
    entries = List.copyOf(entries);
  }

  /**
   * One object of Authentik.
   *
   * @param model for instance {@code authentik_core.group}
   * @param identifier the text that finds it, for instance its name
   * @param state as the blueprint wants it
   */
  public record Entry(String model, String identifier, String state) {

    /** For a list: {@code group tenant-acme}. */
    String display() {
      return model.substring(model.indexOf('.') + 1) + " " + identifier;
    }
  }

  /** What the blueprint among a tenant's objects says; nothing if it has none. */
  public static SignOn of(TenantObjects objects) {
    List<Entry> entries = new ArrayList<>();
    for (KubernetesObject object : objects.ofKind("ConfigMap")) {
      Node tree = Node.of(object.tree());
      if (tree.at("metadata", "labels", Labels.PREFIX + "blueprint").is("tenant")) {
        tree.get("data").entries().forEach(text -> entries.addAll(read(text.text())));
      }
    }
    return new SignOn(entries);
  }

  /** Names of the groups that it keeps, and with them their members. */
  public List<String> groups() {
    return entries.stream()
        .filter(entry -> entry.model().equals(GROUP) && !entry.state().equals(ABSENT))
        .map(Entry::identifier)
        .toList();
  }

  /** What it removes. */
  public List<Entry> absent() {
    return entries.stream().filter(entry -> entry.state().equals(ABSENT)).toList();
  }

  private static List<Entry> read(String blueprint) {
    List<Entry> entries = new ArrayList<>();
    TaggedNode root = new TaggedReader().read(blueprint);
    if (at(root, "entries").orElse(root) instanceof TaggedNode.Sequence list) {
      for (TaggedNode item : list.items()) {
        String model = text(at(item, "model"));
        String state = text(at(item, "state"));
        identifier(item).ifPresent(name -> entries.add(new Entry(model, name, state)));
      }
    }
    return entries;
  }

  /** The text by which an entry is found; empty where that is another entry. */
  private static Optional<String> identifier(TaggedNode entry) {
    if (at(entry, "identifiers").orElse(entry) instanceof TaggedNode.Mapping identifiers
        && identifiers.entries().size() == 1
        && identifiers.entries().get(0).value() instanceof TaggedNode.Scalar only
        && only.tag() == null) {
      return Optional.of(only.text());
    }
    return Optional.empty();
  }

  private static Optional<TaggedNode> at(TaggedNode node, String key) {
    return node instanceof TaggedNode.Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  private static String text(Optional<TaggedNode> node) {
    return node.isPresent() && node.get() instanceof TaggedNode.Scalar scalar ? scalar.text() : "";
  }
}
