package io.tenantsmith.schema;

import io.tenantsmith.yaml.YamlScalar;
import java.util.regex.Pattern;

/** Plain scalars that YAML 1.1, which other tools still read, takes for something else. */
final class Ambiguous {

  private static final Pattern WORD =
      Pattern.compile(
          "y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE"
              + "|~|Null|NULL|=|<<");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0[0-7_]+|0[0-9_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[1-9][0-9_]*"
              + "|[0-9][0-9_]*(:[0-5]?[0-9]){1,8}(\\.[0-9_]*)?"
              + "|([0-9][0-9_]*)?\\.[0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+"
              + "|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t][-0-9:.+ Zz]*)?");

  private Ambiguous() {}

  /** Whether another reader takes the text for a boolean, null, number or date. */
  static boolean asText(YamlScalar scalar) {
    String text = scalar.text();
    if (!scalar.plain() || text.isEmpty() || text.length() > 64) {
      return false;
    }
    return switch (scalar.type()) {
      case STRING -> WORD.matcher(text).matches() || isNumberOrDate(text);
      case NULL -> text.equals("~");
      case NUMBER -> text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
      case BOOLEAN, INTEGER -> false;
    };
  }

  /** Whether it is a number in a spelling that readers do not agree on. */
  static boolean asNumber(YamlScalar scalar) {
    String text = scalar.text();
    return scalar.plain()
        && scalar.type() == YamlScalar.Type.STRING
        && text.length() <= 64
        && isNumberOrDate(text);
  }

  private static boolean isNumberOrDate(String text) {
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    boolean numeric = (first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0;
    return numeric && (NUMBER.matcher(text).matches() || DATE.matcher(text).matches());
  }
}
