package io.tenantsmith.patch;

import static java.util.Objects.requireNonNull;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.yaml.AgreedTree;
import io.tenantsmith.yaml.InlineText;
import io.tenantsmith.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a patch; refuses what another YAML reader could read differently. */
final class PatchText {

  private PatchText() {}

  static PatchBody read(String text) throws PatchRefused {
    Result<YamlNode> read = InlineText.read("patch", text);
    YamlNode root = read.value().orElse(null);
    if (root == null || read.hasErrors()) {
      throw new PatchRefused("its text cannot be read");
    }
    AgreedTree tree = AgreedTree.of(root);
    if (tree.fault().isPresent()) {
      throw new PatchRefused(tree.fault().get());
    }
    return tree.tree() instanceof List<?> list
        ? operations(list)
        : merge(Trees.map(requireNonNull(tree.tree())));
  }

  private static PatchBody operations(List<?> list) throws PatchRefused {
    List<Operation> operations = new ArrayList<>();
    for (Object item : list) {
      operations.add(Operation.of(item));
    }
    return new PatchBody.Operations(operations);
  }

  /**
   * Kustomize requires kind and name even where a target selects, and keeps those of the object.
   */
  private static PatchBody merge(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (!(tree.remove("kind") instanceof String)
        || !(tree.get("metadata") instanceof Map<?, ?> metadata)
        || !(Trees.map(metadata).remove("name") instanceof String)) {
      throw new PatchRefused("a strategic merge patch needs kind and metadata.name");
    }
    if (tree.containsKey("apiVersion") && !(tree.remove("apiVersion") instanceof String)) {
      throw new PatchRefused("its apiVersion is not text");
    }
    Trees.map(metadata).remove("namespace");
    if (metadata.isEmpty()) {
      tree.remove("metadata");
    }
    return new PatchBody.Merge(tree);
  }
}
