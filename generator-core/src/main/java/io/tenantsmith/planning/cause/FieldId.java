package io.tenantsmith.planning.cause;

import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.difference.GeneratedNames;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A field of an object, or a file without objects, as it is found again in other renderings. A name
 * with a digest is known by the rest of it, and items of a list without names are known as the
 * whole list, since their positions say nothing in another rendering.
 *
 * @param object kind, namespace and name; the path of a file without objects
 * @param order whether it is the order of a list's items, not the items
 */
record FieldId(String object, List<String> path, boolean order) {

  private static final Pattern POSITION = Pattern.compile("\\[\\d+\\]");

  FieldId {
    path = List.copyOf(path);
  }

  /** A field of an object. */
  static FieldId of(ObjectName name, List<String> path, boolean order) {
    int end = 0;
    while (end < path.size() && !POSITION.matcher(path.get(end)).matches()) {
      end++;
    }
    return new FieldId(object(name), path.subList(0, end), order);
  }

  /** A field of an object. */
  static FieldId of(ObjectName name, FieldChange change) {
    return of(name, change.path(), change.isOrder());
  }

  /** A file without objects. */
  static FieldId ofFile(String file) {
    return new FieldId(file, List.of(), false);
  }

  /** Whether a difference of that field is one of this field, too. */
  boolean isMovedBy(FieldId difference) {
    if (!object.equals(difference.object)) {
      return false;
    }
    if (order && difference.order) {
      return path.equals(difference.path);
    }
    boolean around = startsWith(path, difference.path);
    return order ? around : !difference.order && (around || startsWith(difference.path, path));
  }

  private static boolean startsWith(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
  }

  private static String object(ObjectName name) {
    int slash = name.apiVersion().lastIndexOf('/');
    String group = slash < 0 ? "" : name.apiVersion().substring(0, slash);
    String stem = GeneratedNames.stem(name.name()).orElse(name.name());
    return String.join(" ", group, name.kind(), name.namespace(), stem);
  }
}
