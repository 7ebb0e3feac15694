package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.Stated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something changes: a short form for a line, a long one with the statements. */
final class CauseView {

  private CauseView() {}

  /** Why, as a clause; what was done by hand or is not known is no "because". */
  static List<Part> clause(Cause cause) {
    List<Part> parts = new ArrayList<>();
    switch (cause.kind()) {
      case HAND, UNKNOWN -> {}
      default -> parts.add(Shown.quiet("because "));
    }
    parts.addAll(because(cause));
    return parts;
  }

  /** What comes after "because", with the place if the words do not name it. */
  static List<Part> because(Cause cause) {
    List<Part> parts = new ArrayList<>();
    if (cause.kind() == Cause.Kind.UNKNOWN) {
      parts.add(Shown.quiet("cause unknown: "));
    }
    parts.add(Shown.text(cause.text()));
    String place = cause.place().map(CauseView::place).orElse("");
    if (!place.isEmpty() && !cause.text().contains(place)) {
      parts.add(Shown.words(" "));
      parts.add(Shown.code(place));
    }
    return parts;
  }

  /** The place as people look it up, without the column. */
  static String place(SourceRange range) {
    return range.isWholeFile() ? range.file() : range.file() + ":" + range.line();
  }

  /** The key with what was stated and what is, each with its layer and place. */
  static List<Part> statements(Cause cause) {
    if (cause.before() == null && cause.after() == null) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    if (!cause.key().isEmpty()) {
      parts.add(Shown.code(cause.key()));
      parts.add(Shown.words(" "));
    }
    parts.add(stated(cause.before()));
    parts.add(Shown.words(" \u2192 "));
    parts.add(stated(cause.after()));
    return parts;
  }

  private static Element stated(@Nullable Stated stated) {
    if (stated == null) {
      return Shown.quiet("not stated");
    }
    return Element.of(
        "span.stated",
        Shown.code(stated.value()),
        Shown.words(" "),
        Element.of(
            "span.quiet",
            Shown.words("("),
            Shown.text(stated.layer()),
            Shown.words(", "),
            Shown.text(place(stated.place())),
            Shown.words(")")));
  }
}
