package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;

/** Numbers of pods that may be given as a percentage. */
final class Share {

  private static final String DEFAULT = "25%";

  private Share() {}

  /** A number, or a percentage of a count; a quarter where nothing is stated. */
  static int of(Node node, int count, boolean roundedUp) {
    if (node.value() instanceof Number number) {
      return number.intValue();
    }
    String text = node.textOr(DEFAULT);
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : "0";
    int percent = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    return (percent * count + (roundedUp ? 99 : 0)) / 100;
  }
}
