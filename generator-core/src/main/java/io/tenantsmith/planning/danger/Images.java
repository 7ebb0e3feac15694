package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images that an object names, wherever it names them. */
final class Images {

  private Images() {}

  /** Two versions of one image at one place. */
  interface Visitor {

    void visit(Pair pair, Node place, ImageVersion before, ImageVersion after);
  }

  /** Visits every image whose tag differs, if both are versions. */
  static void changed(Comparison comparison, Visitor visitor) {
    for (Pair pair : comparison.pairs()) {
      if (!pair.isChanged()) {
        continue;
      }
      Map<String, Node> before = of(pair.name().kind(), pair.before());
      of(pair.name().kind(), pair.after())
          .forEach((path, now) -> compare(pair, before.get(path), now, visitor));
    }
  }

  private static void compare(
      Pair pair, @org.jspecify.annotations.Nullable Node old, Node now, Visitor visitor) {
    if (old == null || now.is(old.text())) {
      return;
    }
    ImageVersion before = ImageVersion.of(old.text()).orElse(null);
    ImageVersion after = ImageVersion.of(now.text()).orElse(null);
    if (before != null && after != null && after.isOfSameImage(before)) {
      visitor.visit(pair, now, before, after);
    }
  }

  private static Map<String, Node> of(String kind, Node root) {
    Map<String, Node> images = new LinkedHashMap<>();
    collect(kind, root, images);
    return images;
  }

  private static void collect(String kind, Node node, Map<String, Node> images) {
    for (Node child : node.value() instanceof Map<?, ?> ? node.entries() : node.items()) {
      if (child.step().equals("image") && child.value() instanceof String) {
        images.put(String.join("/", FieldSteps.to(kind, child)), child);
      } else {
        collect(kind, child, images);
      }
    }
  }
}
