package io.tenantsmith.planning.cause;

import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.ObjectDiff;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs between two renderings, field by field. */
final class Moved {

  private final Map<String, List<FieldId>> byObject = new HashMap<>();

  private Moved() {}

  static Moved between(List<TreeFile> before, List<TreeFile> after) {
    Moved moved = new Moved();
    Difference.matched(before, after).forEach(moved::add);
    for (FileChange file : Difference.files(before, after)) {
      moved.add(FieldId.ofFile(file.file()));
    }
    return moved;
  }

  /** Whether a field or something in it differs, or something around it. */
  boolean touches(FieldId field) {
    return byObject.getOrDefault(field.object(), List.of()).stream().anyMatch(field::isMovedBy);
  }

  private void add(MatchedObject object) {
    Map<String, Object> before = object.before();
    Map<String, Object> after = object.after();
    if (before == null || after == null) {
      add(FieldId.of(object.name(), List.of(), false));
      return;
    }
    for (FieldChange change : ObjectDiff.between(object.name().kind(), before, after)) {
      add(FieldId.of(object.name(), change));
    }
  }

  private void add(FieldId field) {
    byObject.computeIfAbsent(field.object(), object -> new ArrayList<>()).add(field);
  }
}
