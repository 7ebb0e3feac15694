package io.tenantsmith.template;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;

/**
 * What decides about a field of a rendered object.
 *
 * @param pointer its path as JSON pointer, empty for the object itself; of a list item that is not
 *     there, the list's path with {@code /-}
 * @param present whether the field is there; one that is not names the condition that leaves it out
 * @param values that are in it, in the order of the template; empty if it is constant
 * @param because the conditions and rows around it, outermost first
 * @param place where the template says so
 */
public record TracedField(
    String pointer, boolean present, List<String> values, List<String> because, SourceRange place) {

  /** Copies the lists. */
  public TracedField {
    values = List.copyOf(values);
    because = List.copyOf(because);
  }

  /** Whether the path is this field's or lies below it. */
  public boolean covers(String other) {
    return other.startsWith(pointer)
        && (other.length() == pointer.length() || other.charAt(pointer.length()) == '/');
  }
}
