package io.tenantsmith.edit;

import java.util.ArrayList;
import java.util.List;

/** The text of a file, without its byte order mark, and where its lines are. */
final class EditableText {

  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();

  EditableText(String text) {
    this.text = text;
    lineStarts.add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lineStarts.add(at + 1);
    }
  }

  /** A part of the text. */
  String part(int from, int to) {
    return text.substring(from, to);
  }

  char at(int offset) {
    return text.charAt(offset);
  }

  int length() {
    return text.length();
  }

  /** The offset of a place; lines and columns count from 1, columns count code points. */
  int offset(int line, int column) {
    if (line > lineStarts.size()) {
      return text.length();
    }
    return text.offsetByCodePoints(lineStarts.get(line - 1), column - 1);
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line of an offset ends, before its line break. */
  int lineEnd(int offset) {
    int feed = text.indexOf('\n', offset);
    if (feed < 0) {
      return text.length();
    }
    return feed > offset && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
  }

  /** Where the next line begins; the end of the text if there is none. */
  int nextLine(int offset) {
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** Whether the last line ends without a line break, and that offset is in it. */
  boolean isUnendedLine(int offset) {
    return text.indexOf('\n', offset) < 0;
  }

  /** How the line of an offset is ended; for the last one without end as the line before it. */
  String lineBreak(int offset) {
    int feed = text.indexOf('\n', offset);
    int any = feed >= 0 ? feed : text.lastIndexOf('\n');
    return any > 0 && text.charAt(any - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Whether there are nothing but blanks between two offsets of one line. */
  boolean isBlank(int from, int to) {
    return skipBlanks(from) >= to;
  }

  /** The first offset from there on that holds neither a space nor a tab. */
  int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** The first offset that holds neither white space nor a comment. */
  int skipToToken(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  /** The comment between two offsets of one line with one blank before it; empty if none. */
  String comment(int from, int to) {
    String rest = text.substring(from, to).strip();
    return rest.startsWith("#") ? " " + rest : "";
  }
}
