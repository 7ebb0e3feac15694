package io.tenantsmith.plan.form;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One object or file that differs, in a few words; forms escape them. */
final class ObjectPhrase {

  private static final int FIELDS = 2;

  private ObjectPhrase() {}

  /** What differs of a group beside what follows from other changes, dangerous objects first. */
  static List<String> all(ChangeGroup group) {
    List<String> phrases = new ArrayList<>();
    inOrder(group).forEach(object -> phrases.add(brief(object)));
    group.files().stream().filter(file -> !file.derived()).forEach(f -> phrases.add(file(f)));
    return phrases;
  }

  /**
   * The objects beside those that only follow from other changes, by their worst danger. Those that
   * keep account of others come last: a quota, and whatever has other labels alone.
   */
  static List<ObjectChange> inOrder(ChangeGroup group) {
    List<ObjectName> dangerous = group.dangers().stream().map(Danger::object).distinct().toList();
    return group.objects().stream()
        .filter(object -> !object.isDerived())
        .sorted(
            Comparator.comparingInt((ObjectChange object) -> rank(dangerous, object.object()))
                .thenComparing(ObjectPhrase::keepsAccount))
        .toList();
  }

  private static int rank(List<ObjectName> dangerous, ObjectName object) {
    int rank = dangerous.indexOf(object);
    return rank < 0 ? dangerous.size() : rank;
  }

  private static boolean keepsAccount(ObjectChange object) {
    return object.fate() == Fate.CHANGED
        && (object.object().kind().equals("ResourceQuota")
            || object.values().stream().allMatch(ObjectPhrase::isMetadata));
  }

  private static boolean isMetadata(ValueChange value) {
    return !value.path().isEmpty() && value.path().get(0).equals("metadata");
  }

  /** {@code Deployment/wordpress memory 1Gi -> 1536Mi}. */
  static String brief(ObjectChange object) {
    String name = object.object().display();
    if (object.fate() != Fate.CHANGED) {
      return object.fate().sign() + " " + name;
    }
    Set<String> fields = new LinkedHashSet<>();
    for (ValueChange value : object.values()) {
      if (!value.isFolded()) {
        fields.add(FieldPhrase.brief(value));
      }
    }
    int more = fields.size() - FIELDS;
    String shown = String.join(", ", fields.stream().limit(FIELDS).toList());
    return name + " " + shown + (more > 0 ? " and " + Counted.of(more) + " more" : "");
  }

  /** {@code README.md +3 -1 lines}. */
  static String file(FileChange file) {
    return file.fate() == Fate.CHANGED
        ? file.file() + " " + FieldPhrase.size(file.text())
        : file.fate().sign() + " " + file.file();
  }
}
