package io.tenantsmith.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param path the keys to it; empty for a whole object that is added or removed. An item of a list
 *     whose items the API tells apart is a step such as {@code [name=wordpress]}, {@code [=x]} in a
 *     set; a new one comes last, unless a change of order follows. Any other item is a step such as
 *     {@code [2]}: its index in the newer list if it is new, else in the older one
 * @param before its old value; null if there was none
 * @param after its new value; null if there is none any more
 * @param form how the difference is read
 * @param text the difference of a text that we render, as what it is; null for all else
 * @param causes which of the group's {@link ChangeGroup#causes()} moved it, by index
 */
public record ValueChange(
    List<String> path,
    @Nullable Object before,
    @Nullable Object after,
    Form form,
    @Nullable TextChange text,
    List<Integer> causes) {

  /** Copies the lists. */
  public ValueChange {
    path = List.copyOf(path);
    causes = List.copyOf(causes);
  }

  /** How a difference is read. */
  public enum Form {
    /** Both values are shown. */
    PLAIN,
    /** The values are secrets: only that they differ is shown. */
    SENSITIVE,
    /** Follows from other changes, for instance a digest; folded, never listed alone. */
    DERIVED,
    /** The list has the same items in another order: both values are lists of their steps. */
    ORDER
  }

  /**
   * Whether it says nothing beside other changes: it is derived, or an order in which all that
   * stays keeps its place among the rest.
   */
  public boolean isFolded() {
    if (form == Form.ORDER && before instanceof List<?> old && after instanceof List<?> now) {
      List<?> stayed = old.stream().filter(now::contains).toList();
      return stayed.equals(now.stream().filter(old::contains).toList());
    }
    return form == Form.DERIVED;
  }

  /** The same change moved by these causes. */
  public ValueChange because(List<Integer> indexes) {
    return new ValueChange(path, before, after, form, text, indexes);
  }

  /** The path as users read it: {@code spec.containers[name=wordpress].image}. */
  public String display() {
    StringBuilder display = new StringBuilder();
    for (String step : path) {
      boolean item = step.startsWith("[");
      boolean odd = !item && (step.indexOf('.') >= 0 || step.indexOf('/') >= 0);
      display.append(display.length() > 0 && !item && !odd ? "." : "");
      display.append(odd ? "[\"" + step + "\"]" : step);
    }
    return display.toString();
  }
}
