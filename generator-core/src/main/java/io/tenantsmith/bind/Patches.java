package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.Checked;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.yaml.AgreedTree;
import io.tenantsmith.yaml.InlineText;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Kustomize patches: a selector and an inline text that is itself YAML of a known form. */
final class Patches {

  private static final List<String> OPERATIONS =
      List.of("add", "remove", "replace", "move", "copy", "test");
  private static final String HINT =
      "write a list of operations (op, path, value) or a strategic merge mapping";

  /** All patches, in order. */
  static final Reading<List<Sourced<Patch>>> ALL = Lists.of(Patches::patch);

  private Patches() {}

  private static @Nullable Sourced<Patch> patch(YamlNode node, DocumentDiagnostics diagnostics) {
    if (!(node instanceof YamlMapping mapping)) {
      return diagnostics.wrongType(node, "a mapping");
    }
    Fields fields = new Fields(mapping, diagnostics);
    Map<String, String> target = fields.value("target", Lists.TEXTS);
    String text = fields.value("patch", Scalars.checked(Code.VAL115, Patches::text));
    return target == null || text == null
        ? null
        : new Sourced<>(new Patch(target, text), node.range());
  }

  private static Checked<String> text(String text) {
    if (!text.contains(":") && !text.isBlank() && "[{".indexOf(text.stripLeading().charAt(0)) < 0) {
      return Checked.refused("the patch is neither a list of operations nor a mapping", HINT);
    }
    Result<YamlNode> read = InlineText.read("patch", text);
    YamlNode root = read.value().orElse(null);
    if (root == null || read.hasErrors()) {
      return Checked.refused("the patch cannot be read: " + first(read.diagnostics()), HINT);
    }
    return root instanceof YamlMapping mapping ? merge(text, mapping) : operations(text, root);
  }

  private static Checked<String> operations(String text, YamlNode root) {
    List<YamlNode> items = root instanceof YamlSequence s ? s.items() : List.of();
    int number = 0;
    for (YamlNode item : items) {
      number++;
      if (!isOperation(item)) {
        return Checked.refused(
            "operation "
                + number
                + " of the patch has no known \"op\" or no \"path\" from \"/\" on",
            HINT);
      }
    }
    return items.isEmpty()
        ? Checked.refused("the patch holds no operation", HINT)
        : Checked.ok(inOurForm(text, root));
  }

  private static Checked<String> merge(String text, YamlMapping root) {
    return root.entries().isEmpty()
        ? Checked.refused("the patch changes nothing", HINT)
        : Checked.ok(inOurForm(text, root));
  }

  /**
   * The patch as it is written into kustomization.yaml: Kustomize does not take each style that is
   * YAML, for instance a list of operations in flow style. What others could read differently stays
   * as it is; such a patch is refused when it is applied.
   */
  private static String inOurForm(String text, YamlNode root) {
    AgreedTree tree = AgreedTree.of(root);
    return tree.fault().isPresent() ? text : tree.text();
  }

  private static boolean isOperation(YamlNode node) {
    return node instanceof YamlMapping mapping
        && OPERATIONS.contains(text(mapping, "op"))
        && text(mapping, "path").startsWith("/");
  }

  private static String text(YamlMapping mapping, String name) {
    return mapping
        .find(name)
        .map(YamlMapping.Entry::value)
        .filter(YamlScalar.class::isInstance)
        .map(v -> ((YamlScalar) v).text())
        .orElse("");
  }

  private static String first(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty() ? "" : diagnostics.get(0).message();
  }
}
