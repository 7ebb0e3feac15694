package io.tenantsmith.planning.cause;

import io.tenantsmith.model.Document;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.statement.ChangedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the causes of what changes in the files that the tenants of a cluster share. What a fleet
 * without tenants has of them is made by statements of fleet.yaml; the rest lists tenants.
 */
final class SharedCauses {

  /** More tenants than this are counted. */
  private static final int NAMED = 5;

  private final Representative change;
  private final InputPair inputs;
  private final BaseFacts base;
  private final Attribution attribution;
  private final Found found;
  private final SortedSet<String> tenants;
  private final List<String> shown;

  /** What differs between the files and those of a fleet without tenants. */
  private final Moved byTenants;

  private final Moved byInputs;
  private final Moved byTool;

  SharedCauses(
      Representative change,
      InputPair inputs,
      Mixes mixes,
      BaseFacts base,
      SortedSet<String> tenants) {
    this.change = change;
    this.inputs = inputs;
    this.base = base;
    this.tenants = new TreeSet<>(tenants);
    this.shown = tenants.stream().limit(NAMED).toList();
    this.found = new Found(change.objects());
    List<TreeFile> old = mixes.base().orElse(List.of());
    List<TreeFile> now = mixes.without(List.of()).orElse(List.of());
    this.byTenants = Moved.between(now, change.after());
    this.byInputs = Moved.between(old, now);
    this.byTool = Moved.between(change.before(), old);
    this.attribution = new Attribution(mixes, mixes.moving(), old, now);
  }

  Attributed attributed() {
    for (int i = 0; i < change.objects().size(); i++) {
      ObjectChange object = change.objects().get(i);
      for (ValueChange value : object.values()) {
        FieldId field =
            FieldId.of(object.object(), value.path(), value.form() == ValueChange.Form.ORDER);
        String text = object.object().name() + " " + value.before() + " " + value.after();
        found.value(i, value, reasons(field, object.file(), text));
      }
    }
    for (FileChange file : change.files()) {
      if (!file.derived()) {
        String text = String.join("\n", file.text().lines());
        found.file(reasons(FieldId.ofFile(file.file()), file.file(), text));
      }
    }
    if (found.isEmpty()) {
      found.file(ofTenants(""));
    }
    return found.attributed(changed -> CauseWords.of(changed, Optional.empty()));
  }

  private List<Found.Reason> reasons(FieldId field, String file, String text) {
    List<Found.Reason> reasons = new ArrayList<>();
    boolean listsTenants = byTenants.touches(field);
    if (!base.isRenderedNow() && !listsTenants && byTool.touches(field)) {
      reasons.add(base.toolOrHand(found, file));
    }
    if (byInputs.touches(field)) {
      attribution.movers(field).forEach(statement -> reasons.add(found.statement(statement)));
    }
    if (listsTenants || reasons.isEmpty()) {
      reasons.addAll(ofTenants(text));
    }
    return reasons.isEmpty() ? List.of(otherwise(file)) : reasons;
  }

  private Found.Reason otherwise(String file) {
    return base.isRenderedNow() ? BaseFacts.published(found) : base.toolOrHand(found, file);
  }

  /** The tenants that a text names; all that change where it names none. */
  private List<Found.Reason> ofTenants(String text) {
    List<String> named = tenants.stream().filter(id -> names(text, id)).toList();
    List<String> some = named.isEmpty() ? List.copyOf(tenants) : named;
    List<Found.Reason> reasons = new ArrayList<>();
    some.stream().filter(shown::contains).forEach(id -> addTenant(id, reasons));
    if (!shown.containsAll(some)) {
      int more = tenants.size() - shown.size();
      String count = more == 1 ? "1 more tenant" : more + " more tenants";
      reasons.add(found.other(Cause.Kind.FILE, count));
    }
    return reasons;
  }

  /** Whether a text has the id, or the namespace, as a word. */
  private boolean names(String text, String id) {
    for (String name : List.of(id, inputs.namespacePrefix() + id)) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (!isOfName(text, at - 1) && !isOfName(text, at + name.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfName(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
  }

  private void addTenant(String id, List<Found.Reason> reasons) {
    Optional<String> whole = inputs.wholeFile(id);
    if (whole.isPresent()) {
      reasons.add(found.other(Cause.Kind.FILE, whole.get()));
      return;
    }
    List<ChangedStatement> reaching = inputs.reaching(id);
    List<ChangedStatement> own =
        reaching.stream().filter(each -> isOf(each, Document.TENANT)).toList();
    (own.isEmpty() ? reaching : own).forEach(statement -> reasons.add(found.statement(statement)));
  }

  private static boolean isOf(ChangedStatement changed, Document document) {
    return changed.statement().document() == document;
  }
}
