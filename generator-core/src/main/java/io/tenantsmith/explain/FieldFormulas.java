package io.tenantsmith.explain;

import io.tenantsmith.render.FieldOrigin;
import java.util.ArrayList;
import java.util.List;

/** How a field is computed, in words with the numbers put in. */
final class FieldFormulas {

  private final ExplainedPart part;

  FieldFormulas(ExplainedPart part) {
    this.part = part;
  }

  /** The sentences for the values in a field; none where a value is shown as it is. */
  List<String> of(List<FieldOrigin> behind, FieldPath path) {
    List<String> sentences = new ArrayList<>();
    return sentences;
  }
}
