package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedReader;
import io.tenantsmith.yaml.YamlScalar;
import java.util.List;
import java.util.Set;

/**
 * Checks a rendered blueprint for what Authentik would silently accept, or answer by applying no
 * blueprint at all. A violation is a bug of ours and throws. Thread-safe.
 */
final class BlueprintRules {

  private static final Set<String> TOP = Set.of("version", "metadata", "context", "entries");
  private static final Set<String> METADATA = Set.of("name", "labels");

  private final TaggedReader reader = new TaggedReader();

  /**
   * Whose blueprints they are.
   *
   * @param id tenant id or {@code platform}; the names of its secret files begin with it
   * @param hosts hosts to which redirects may go
   */
  record Owner(String id, boolean isPlatform, List<String> hosts) {

    Owner {
      hosts = List.copyOf(hosts);
    }

    static Owner platform(List<String> hosts) {
      return new Owner("platform", true, hosts);
    }

    static Owner tenant(String id, List<String> hosts) {
      return new Owner(id, false, hosts);
    }
  }

  /**
   * Checks all texts of an owner.
   *
   * @throws IllegalStateException naming the rule that is broken
   */
  void check(List<String> texts, Owner owner) {
    BlueprintEntry entries = new BlueprintEntry(owner);
    for (String text : texts) {
      entries.file();
      List<BlueprintObject> objects = check(text, owner, entries);
      new BlueprintPeople(owner, objects).check();
      BlueprintFinds.check(objects);
      BlueprintFlows.check(objects);
    }
  }

  private List<BlueprintObject> check(String text, Owner owner, BlueprintEntry entries) {
    Mapping root = BlueprintRule.SHAPE.mapping(read(text));
    BlueprintRule.SHAPE.require(keysWithin(root, TOP), "top-level keys");
    BlueprintRule.VERSION.require(isVersion1(root), "");
    checkMetadata(BlueprintRule.METADATA.mapping(BlueprintRule.METADATA.field(root, "metadata")));
    new BlueprintScalars(owner.id()).check(root);
    return BlueprintRule.SHAPE.sequence(BlueprintRule.SHAPE.field(root, "entries")).items().stream()
        .map(item -> entries.check(BlueprintRule.SHAPE.mapping(item)))
        .toList();
  }

  private TaggedNode read(String text) {
    try {
      return reader.read(text);
    } catch (RuntimeException e) {
      throw new IllegalStateException("blueprint rule " + BlueprintRule.SHAPE, e);
    }
  }

  private static boolean isVersion1(Mapping root) {
    return BlueprintRule.VERSION.field(root, "version") instanceof TaggedNode.Scalar version
        && version.type() == YamlScalar.Type.INTEGER
        && version.text().equals("1");
  }

  private static void checkMetadata(Mapping metadata) {
    BlueprintRule.METADATA.require(keysWithin(metadata, METADATA), "keys");
    String name = BlueprintRule.METADATA.string(BlueprintRule.METADATA.field(metadata, "name"));
    BlueprintRule.METADATA.require(!name.isBlank(), "name");
    BlueprintRule.LABELS
        .mapping(BlueprintRule.LABELS.field(metadata, "labels"))
        .entries()
        .forEach(label -> BlueprintRule.LABELS.string(label.value()));
  }

  private static boolean keysWithin(Mapping mapping, Set<String> known) {
    return mapping.entries().stream().allMatch(entry -> known.contains(entry.key().text()));
  }
}
