package io.tenantsmith.harness;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text for bytes that a text file should not hold: {@code \xNN} is a byte, {@code \*N(text)} is the
 * text N times, a backslash at the end of a line takes the line break away.
 */
final class EscapedBytes {

  private static final Pattern REPEATED = Pattern.compile("\\\\\\*(\\d+)\\((.*?)\\)");
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

  private final String text;

  EscapedBytes(String text) {
    this.text = text;
  }

  byte[] decode() {
    String whole =
        REPEATED
            .matcher(text.replace("\\\n", ""))
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
    String latin = new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return BYTE.matcher(latin)
        .replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
