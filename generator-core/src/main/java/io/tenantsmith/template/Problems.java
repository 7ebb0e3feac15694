package io.tenantsmith.template;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of a template, so that its author sees all of them at once. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void add(SourceRange place, String text) {
    found.add(place.display() + ": " + text);
  }

  void add(Diagnostic diagnostic) {
    String hint = diagnostic.hint().map(text -> "; " + text).orElse("");
    add(diagnostic.range(), diagnostic.message() + hint);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new TemplateException(found);
    }
  }
}
