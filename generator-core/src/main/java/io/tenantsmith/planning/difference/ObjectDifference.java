package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.ObjectDiff;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two versions of one object, field by field. */
final class ObjectDifference {

  private final MatchedObject object;
  private final Sensitive sensitive;

  private ObjectDifference(MatchedObject object) {
    this.object = object;
    this.sensitive = new Sensitive(object.name().kind());
  }

  static ObjectChange of(MatchedObject object) {
    ObjectDifference difference = new ObjectDifference(object);
    return new ObjectChange(object.name(), object.fate(), object.file(), difference.values());
  }

  private List<ValueChange> values() {
    Map<String, Object> before = object.before();
    Map<String, Object> after = object.after();
    if (before == null || after == null) {
      return List.of(value(new FieldChange(List.of(), before, after)));
    }
    List<ValueChange> values = new ArrayList<>();
    for (FieldChange change : ObjectDiff.between(object.name().kind(), before, after)) {
      values.add(value(change));
    }
    return values;
  }

  private ValueChange value(FieldChange change) {
    Object before = sensitive.masked(change.path(), change.before());
    Object after = sensitive.masked(change.path(), change.after());
    if (before != change.before() || after != change.after()) {
      return value(change.path(), before, after, ValueChange.Form.SENSITIVE);
    }
    if (change.isOrder()) {
      return value(change.path(), before, after, ValueChange.Form.ORDER);
    }
    ValueChange.Form form =
        Derived.is(object, change) ? ValueChange.Form.DERIVED : ValueChange.Form.PLAIN;
    return value(change.path(), before, after, form);
  }

  private ValueChange value(
      List<String> path, @Nullable Object before, @Nullable Object after, ValueChange.Form form) {
    return new ValueChange(path, before, after, form, null, List.of());
  }
}
