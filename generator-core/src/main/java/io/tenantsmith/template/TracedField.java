package io.tenantsmith.template;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;

/**
 * What decides a field of a rendered object.
 *
 * @param pointer its path as JSON pointer, empty for the object itself; for a missing list item,
 *     the list's path with {@code /-}
 * @param present whether the field is there; a missing field names the condition that leaves it out
 * @param values names of the values in it, in the order of the template; empty if it is constant
 * @param because the conditions and rows around it, outermost first
 * @param place the place in the template
 */
public record TracedField(
    String pointer, boolean present, List<String> values, List<String> because, SourceRange place) {

  /** Copies the lists. */
  public TracedField {
    values = List.copyOf(values);
    because = List.copyOf(because);
  }

  /** Whether the path is this field's or below it. */
  public boolean covers(String other) {
    return other.startsWith(pointer)
        && (other.length() == pointer.length() || other.charAt(pointer.length()) == '/');
  }
}
