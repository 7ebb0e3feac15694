package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A field changes that the API server, or an operator's webhook, refuses to change. */
final class Immutable implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair pair : comparison.pairs()) {
      if (pair.isChanged() && !Recreate.isForced(pair)) {
        refused(pair).forEach(field -> tell(pair, field, report));
      }
    }
  }

  /** The fixed fields of an object that is in both states, as they would be refused. */
  static List<ImmutableField> refused(Pair pair) {
    return ImmutableFields.refused(
        pair.name().kind(),
        Objects.requireNonNull(pair.object().before()),
        Objects.requireNonNull(pair.object().after()));
  }

  private static void tell(Pair pair, ImmutableField field, Consumer<Danger> report) {
    String text =
        "a new " + field.display() + values(pair, field) + " is refused by " + field.by().label();
    report.accept(
        pair.danger(DangerKind.IMMUTABLE, field.path(), text + ", and so is each later sync"));
  }

  /** The two values where they are short; nothing for a tree or for a secret. */
  static String values(Pair pair, ImmutableField field) {
    Node before = field.in(pair.before());
    Node after = field.in(pair.after());
    boolean shown = isScalar(before) && isScalar(after) && !pair.isOf("Secret");
    return shown ? " " + word(before) + " -> " + word(after) : "";
  }

  private static boolean isScalar(Node node) {
    return !(node.value() instanceof Iterable<?>) && !(node.value() instanceof Map<?, ?>);
  }

  private static String word(Node node) {
    return node.isMissing() ? "(none)" : String.valueOf(node.value());
  }
}
