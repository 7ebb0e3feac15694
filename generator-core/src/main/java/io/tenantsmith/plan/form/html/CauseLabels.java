package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Stated;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Causes as choices of a filter: few enough that a person can choose among them. */
final class CauseLabels {

  private static final String TENANT = "tenant";
  private static final int MAX_PLACES = 60;

  private final boolean byLine;

  private CauseLabels(boolean byLine) {
    this.byLine = byLine;
  }

  /** Labels that tell lines apart, or only files where there are too many lines. */
  static CauseLabels of(List<ChangeGroup> groups) {
    CauseLabels lines = new CauseLabels(true);
    Set<String> labels = new TreeSet<>();
    groups.forEach(group -> labels.addAll(lines.of(group)));
    return labels.size() > MAX_PLACES ? new CauseLabels(false) : lines;
  }

  /** The labels of a group's causes. */
  Set<String> of(ChangeGroup group) {
    Set<String> labels = new TreeSet<>();
    group.causes().forEach(cause -> labels.add(label(cause)));
    return labels;
  }

  private String label(Cause cause) {
    return switch (cause.kind()) {
      case SETTING -> setting(cause);
      case FILE -> "A tenant\u2019s file is new or gone";
      case TOOL -> "Another version of Tenantsmith";
      case HAND -> "Edited by hand";
      case PUBLISHED -> "What is published";
      case UNKNOWN -> "Unknown";
    };
  }

  private String setting(Cause cause) {
    Stated stated = cause.after() == null ? cause.before() : cause.after();
    if (stated == null) {
      return "Unknown";
    }
    if (stated.layer().equals(TENANT)) {
      return "A line of a tenant\u2019s file";
    }
    SourceRange place = stated.place();
    return byLine ? CauseView.place(place) : place.file();
  }
}
