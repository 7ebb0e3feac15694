package io.tenantsmith.plan.form;

import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One field that differs, in a few words; forms escape them. */
final class FieldPhrase {

  private static final int SHORT = 40;
  private static final int LONG = 400;

  private FieldPhrase() {}

  /** Short: the last step of the path and what becomes of it: {@code memory 1Gi -> 1536Mi}. */
  static String brief(ValueChange change) {
    TextChange text = change.text();
    if (text != null) {
      return label(change.path()) + " " + size(text);
    }
    if (change.form() == ValueChange.Form.PLAIN && isItem(change) && !holdsMore(change)) {
      Object value = change.after() == null ? change.before() : change.after();
      return (change.after() == null ? "- " : "+ ") + ShownValue.of(value, SHORT);
    }
    return becomes(label(change.path()), change, SHORT, false);
  }

  /** The whole path and what becomes of it. */
  static String whole(ValueChange change, Detail detail) {
    TextChange text = change.text();
    if (text != null) {
      return change.display() + (text.values().isEmpty() ? " " + size(text) : "");
    }
    int most = detail == Detail.FULL ? Integer.MAX_VALUE : LONG;
    return becomes(change.display(), change, most, true);
  }

  /** How much of a text differs: {@code +3 -1 lines} or {@code 2 values}. */
  static String size(TextChange text) {
    if (!text.values().isEmpty()) {
      return text.values().size() == 1
          ? brief(text.values().get(0))
          : Counted.of(text.values().size(), "value");
    }
    long added = text.lines().stream().filter(line -> line.startsWith("+")).count();
    long removed = text.lines().stream().filter(line -> line.startsWith("-")).count();
    return "+" + Counted.of(added) + " -" + Counted.of(removed) + " lines";
  }

  private static String becomes(String label, ValueChange change, int most, boolean all) {
    Object before = change.before();
    Object after = change.after();
    if (change.form() == ValueChange.Form.SENSITIVE) {
      return sign(before, after) + label + " (sensitive)";
    }
    if (change.form() == ValueChange.Form.ORDER) {
      return label + " in another order";
    }
    if (before != null && after != null) {
      return label + " " + ShownValue.change(before, after, most);
    }
    Object value = after == null ? before : after;
    if (label.endsWith("[=" + value + "]")) {
      return sign(before, after) + label;
    }
    boolean whole = !all && (value instanceof Map || value instanceof List);
    return sign(before, after) + label + (whole ? "" : " " + ShownValue.of(value, most));
  }

  private static String sign(@Nullable Object before, @Nullable Object after) {
    if (before != null && after != null) {
      return "";
    }
    return after == null ? "- " : "+ ";
  }

  /** Whether an item of a list comes or goes. */
  private static boolean isItem(ValueChange change) {
    List<String> path = change.path();
    boolean both = change.before() != null && change.after() != null;
    return !both && !path.isEmpty() && path.get(path.size() - 1).startsWith("[");
  }

  private static boolean holdsMore(ValueChange change) {
    Object value = change.after() == null ? change.before() : change.after();
    return value instanceof Map || value instanceof List;
  }

  /** The last name of a path; with its item where the name alone says too little. */
  private static String label(List<String> path) {
    int last = path.size() - 1;
    if (last < 0) {
      return "object";
    }
    int from = last;
    boolean item = path.get(last).startsWith("[");
    if (last > 0 && (item || path.get(last).equals("value"))) {
      from = path.get(last - 1).startsWith("[") && last > 1 ? last - 2 : last - 1;
    }
    boolean key = from == last && !item;
    return key ? path.get(last) : display(path.subList(from, last + 1));
  }

  /** A path as users read it. */
  static String display(List<String> path) {
    return new ValueChange(path, null, null, ValueChange.Form.PLAIN, null, List.of()).display();
  }
}
