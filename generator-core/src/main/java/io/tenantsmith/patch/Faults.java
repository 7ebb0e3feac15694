package io.tenantsmith.patch;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is found wrong in one object, and the questions that several kinds have in common. */
final class Faults {

  private final List<Forms.Fault> faults = new ArrayList<>();

  List<Forms.Fault> all() {
    return List.copyOf(faults);
  }

  void unique(Node list, String key) {
    Set<Object> seen = new HashSet<>();
    for (Node item : list.items()) {
      Node value = item.get(key);
      if (value.value() != null && !seen.add(value.value())) {
        tell(value, "stands there twice");
      }
    }
  }

  void exactlyOne(Node holder, List<String> fields) {
    if (!holder.isMissing() && fields.stream().noneMatch(f -> !holder.get(f).isMissing())) {
      tell(holder, "needs one of " + String.join(", ", fields));
    }
    atMostOne(holder, fields);
  }

  void atMostOne(Node holder, List<String> fields) {
    List<String> there = fields.stream().filter(f -> !holder.get(f).isMissing()).toList();
    if (there.size() > 1) {
      tell(holder, "may hold only one of " + String.join(" and ", there));
    }
  }

  void needs(Node holder, String... path) {
    if (holder.at(path).isMissing()) {
      tell(holder.at(path), "is missing");
    }
  }

  void tell(Node place, String fact) {
    faults.add(new Forms.Fault(place, fact));
  }

  static long number(Node node, long otherwise) {
    return node.value() instanceof Number n ? n.longValue() : otherwise;
  }
}
