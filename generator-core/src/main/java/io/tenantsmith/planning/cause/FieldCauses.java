package io.tenantsmith.planning.cause;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.statement.ChangedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the causes of each field of one change. What the inputs of the base, rendered by this tool,
 * do not give back was made by another version of it or by hand; the rest by statements.
 */
final class FieldCauses {

  private final Representative change;
  private final BaseFacts base;
  private final Attribution attribution;
  private final List<ChangedStatement> candidates;
  private final Found found;

  /** What differs between the base and what its inputs render to; null if nothing can. */
  private final @Nullable Moved byTool;

  /** What statements moved; null if they moved all. */
  private final @Nullable Moved byInputs;

  FieldCauses(Representative change, Mixes mixes, BaseFacts base) {
    this.change = change;
    this.base = base;
    this.candidates = mixes.moving();
    this.found = new Found(change.objects());
    Optional<List<TreeFile>> rendered = base.isRenderedNow() ? Optional.empty() : mixes.base();
    List<TreeFile> old = rendered.orElse(change.before());
    this.byTool = rendered.map(files -> Moved.between(change.before(), files)).orElse(null);
    this.byInputs = rendered.map(files -> Moved.between(files, change.after())).orElse(null);
    this.attribution = new Attribution(mixes, candidates, old, change.after());
  }

  /** A change that has one cause as a whole. */
  static Attributed all(Representative change, Cause.Kind kind, String text) {
    Found found = new Found(change.objects());
    Found.Reason reason = found.other(kind, text);
    for (int i = 0; i < change.objects().size(); i++) {
      for (ValueChange value : change.objects().get(i).values()) {
        found.value(i, value, List.of(reason));
      }
    }
    return found.attributed(statement -> CauseWords.of(statement, Optional.empty()));
  }

  /**
   * The change with its causes.
   *
   * @param words a statement as a cause
   */
  Attributed attributed(Function<ChangedStatement, Cause> words) {
    for (int i = 0; i < change.objects().size(); i++) {
      ObjectChange object = change.objects().get(i);
      for (ValueChange value : object.values()) {
        FieldId field =
            FieldId.of(object.object(), value.path(), value.form() == ValueChange.Form.ORDER);
        found.value(i, value, reasons(field, object.file()));
      }
    }
    for (FileChange file : change.files()) {
      if (!file.derived()) {
        found.file(reasons(FieldId.ofFile(file.file()), file.file()));
      }
    }
    if (found.isEmpty()) {
      found.file(ofAll());
    }
    return found.attributed(words);
  }

  /** Where nothing but lists and digests differ. */
  private List<Found.Reason> ofAll() {
    List<Found.Reason> reasons = new ArrayList<>();
    candidates.forEach(statement -> reasons.add(found.statement(statement)));
    return reasons.isEmpty()
        ? List.of(base.isRenderedNow() ? BaseFacts.published(found) : base.toolOrHand(found, ""))
        : reasons;
  }

  private List<Found.Reason> reasons(FieldId field, String file) {
    List<Found.Reason> reasons = new ArrayList<>();
    if (byTool != null && byTool.touches(field)) {
      reasons.add(base.toolOrHand(found, file));
    }
    if (byInputs == null || byInputs.touches(field)) {
      attribution.movers(field).forEach(statement -> reasons.add(found.statement(statement)));
    }
    return reasons.isEmpty() ? List.of(BaseFacts.published(found)) : reasons;
  }
}
