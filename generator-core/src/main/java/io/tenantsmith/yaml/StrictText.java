package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes to text: UTF-8 or nothing, and no character that hides or moves others. */
final class StrictText {

  private StrictText() {}

  static Result<String> decode(String file, byte[] content) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(content.length + 1);
    CoderResult outcome = decoder.decode(ByteBuffer.wrap(content), chars, true);
    String text = chars.flip().toString();
    if (outcome.isError()) {
      return Result.failed(
          Diagnostic.error(Code.YAM101, placeOf(file, text, text.length()), "the text is not UTF-8")
              .withHint("save the file as UTF-8"));
    }
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int bad = firstForbidden(body);
    return bad < 0 ? Result.of(body) : Result.failed(forbidden(file, body, bad));
  }

  private static int firstForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
      if (!plain && isForbidden(text, i, c)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isForbidden(String text, int index, char c) {
    if (c == '\r') {
      return index + 1 >= text.length() || text.charAt(index + 1) != '\n';
    }
    return c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
  }

  private static Diagnostic forbidden(String file, String text, int index) {
    String name = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(index));
    return Diagnostic.error(
            Code.YAM102, placeOf(file, text, index), "the character " + name + " is not allowed")
        .withHint(
            text.charAt(index) == '\r'
                ? "end lines with LF or CRLF"
                : "remove it; in a double-quoted text it can be written as an escape");
  }

  private static SourceRange placeOf(String file, String text, int index) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return SourceRange.at(file, line, text.codePointCount(start, index) + 1);
  }
}
