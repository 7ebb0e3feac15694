package io.tenantsmith.planning.cause;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects the causes of one change and puts the strongest first. */
final class Found {

  private final Map<Object, Reason> reasons = new LinkedHashMap<>();
  private final List<ObjectChange> objects;
  private final List<List<List<Reason>>> byObject = new ArrayList<>();

  /** One cause and how much it moves. */
  static final class Reason {
    private final Cause.Kind kind;
    private final Object of;
    private int moves;

    private Reason(Cause.Kind kind, Object of) {
      this.kind = kind;
      this.of = of;
    }

    private Cause cause(Function<ChangedStatement, Cause> words) {
      return of instanceof ChangedStatement changed
          ? words.apply(changed)
          : CauseWords.plain(kind, (String) of);
    }
  }

  Found(List<ObjectChange> objects) {
    this.objects = List.copyOf(objects);
    objects.forEach(object -> byObject.add(new ArrayList<>()));
  }

  /** A statement as a cause. */
  Reason statement(ChangedStatement changed) {
    return reasons.computeIfAbsent(changed, key -> new Reason(Cause.Kind.SETTING, changed));
  }

  /** Something else as a cause. */
  Reason other(Cause.Kind kind, String text) {
    return reasons.computeIfAbsent(text, key -> new Reason(kind, text));
  }

  /** The causes of the next value of an object. */
  void value(int object, ValueChange value, List<Reason> because) {
    byObject.get(object).add(because);
    if (value.form() != ValueChange.Form.DERIVED) {
      because.forEach(reason -> reason.moves++);
    }
  }

  /** The causes of a file without objects. */
  void file(List<Reason> because) {
    because.forEach(reason -> reason.moves++);
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** All of them, in words. */
  Attributed attributed(Function<ChangedStatement, Cause> words) {
    List<Reason> order = new ArrayList<>(reasons.values());
    order.sort(
        Comparator.comparing((Reason reason) -> reason.kind)
            .thenComparing(reason -> -reason.moves));
    List<ObjectChange> attributed = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      attributed.add(with(objects.get(i), byObject.get(i), order));
    }
    TreeSet<Statement> named = new TreeSet<>();
    for (Reason reason : order) {
      if (reason.of instanceof ChangedStatement changed) {
        named.add(changed.statement());
      }
    }
    return new Attributed(
        order.stream().map(reason -> reason.cause(words)).toList(), attributed, named);
  }

  private static ObjectChange with(
      ObjectChange object, List<List<Reason>> because, List<Reason> order) {
    List<ValueChange> values = new ArrayList<>();
    for (int i = 0; i < because.size(); i++) {
      List<Integer> indexes = because.get(i).stream().map(order::indexOf).sorted().toList();
      values.add(object.values().get(i).because(indexes));
    }
    return object.with(values);
  }
}
