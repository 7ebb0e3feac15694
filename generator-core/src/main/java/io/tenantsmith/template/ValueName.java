package io.tenantsmith.template;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value of a template may be called: identifiers with dots between them. */
final class ValueName {

  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z_][a-zA-Z0-9_]*)*");

  /** Words of JSON-e's expressions. */
  private static final Set<String> RESERVED = Set.of("true", "false", "null", "in");

  private ValueName() {}

  static boolean isValid(String text) {
    return FORM.matcher(text).matches()
        && Arrays.stream(text.split("\\.", -1)).noneMatch(RESERVED::contains);
  }
}
