package io.tenantsmith.edit;

import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.QuotedText;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a tree as people do who never agreed on anything: comments and empty lines anywhere, each
 * level indented by another width, brackets, all kinds of quotes and blocks, LF, CRLF or both.
 */
final class OddYaml {

  private static final String BLOCK_TEXT =
      "[A-Za-z0-9]([ -~]*[!-~])?(\n[A-Za-z0-9]([ -~]*[!-~])?)*\n?";

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Lines> lines = new TreeMap<>();
  private final String lineBreak;
  private boolean isKeeping;
  private boolean isBelowText;
  private int comments;

  private OddYaml(Random random) {
    this.random = random;
    this.lineBreak = List.of("\n", "\n", "\r\n", "").get(random.nextInt(4));
  }

  /**
   * A file.
   *
   * @param lines of each key, by the names that lead to it
   */
  record Written(String text, Map<String, Lines> lines) {}

  /**
   * The lines of a key and its value, from 0.
   *
   * @param isFlow whether it stands in brackets
   */
  record Lines(int first, int last, boolean isFlow) {}

  static Written write(Map<String, Object> tree, Random random) {
    OddYaml odd = new OddYaml(random);
    if (odd.in(10)) {
      odd.out.append('\uFEFF');
    }
    if (odd.in(10)) {
      odd.out.append("---");
      odd.end();
    }
    if (odd.in(12)) {
      odd.flowMapping(tree, "", 2);
      odd.end();
    } else {
      odd.mapping(tree, "", odd.in(10) ? 2 : 0, true);
    }
    odd.between(0);
    String text = odd.out.toString();
    return new Written(odd.in(4) ? withoutLastBreak(text) : text, odd.lines);
  }

  private static String withoutLastBreak(String text) {
    return text.replaceFirst("[\r\n]+\\z", "");
  }

  private boolean in(int chances) {
    return random.nextInt(chances) == 0;
  }

  private int line() {
    return (int) out.chars().filter(c -> c == '\n').count();
  }

  private void end() {
    out.append(lineBreak.isEmpty() ? (random.nextBoolean() ? "\n" : "\r\n") : lineBreak);
  }

  private String blanks(int atLeast) {
    return " ".repeat(atLeast + (in(4) ? random.nextInt(4) : 0));
  }

  private void comment() {
    out.append("# c").append(comments++).append(in(2) ? ": [odd] {text} 'here" : "");
  }

  /** Ends a line, perhaps with a comment. */
  private void endOfLine() {
    if (in(4)) {
      out.append(blanks(1));
      comment();
    } else if (in(8)) {
      out.append("  ");
    }
    end();
  }

  /** Empty lines and comments between two entries. */
  private void between(int indent) {
    while (in(4)) {
      if (in(2) && !isKeeping) {
        out.append(in(3) && !isBelowText ? "   " : "");
        end();
      } else {
        // A comment that stands deeper would belong to a block text before it.
        out.append(" ".repeat(random.nextInt(indent + 1)));
        comment();
        isKeeping = false;
        isBelowText = false;
        end();
      }
    }
  }

  private void mapping(Map<String, Object> map, String path, int indent, boolean indentFirst) {
    boolean isIndented = indentFirst;
    for (Map.Entry<String, Object> entry : map.entrySet()) {
      if (isIndented) {
        between(indent);
        out.append(" ".repeat(indent));
      }
      isKeeping = false;
      isBelowText = false;
      isIndented = true;
      String name = path + entry.getKey();
      int first = line();
      out.append(key(entry.getKey())).append(in(10) ? " " : "").append(':');
      value(entry.getValue(), name, indent);
      lines.put(name, new Lines(first, line() - 1, false));
    }
  }

  private String key(String name) {
    return in(8) ? '"' + name + '"' : in(8) ? "'" + name + "'" : name;
  }

  private void value(Object value, String path, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !in(3)) {
      endOfLine();
      mapping(tree(map), path + ".", indent + 1 + random.nextInt(5), true);
    } else if (value instanceof List<?> list && !list.isEmpty() && !in(3)) {
      endOfLine();
      sequence(list, path, indent + random.nextInt(3));
    } else if (value instanceof String text && text.matches(BLOCK_TEXT) && in(5)) {
      blockText(text, indent);
    } else if (value instanceof Map<?, ?> map) {
      out.append(blanks(1));
      flowMapping(tree(map), path + ".", indent + 1);
      endOfLine();
    } else if (value instanceof List<?> list) {
      out.append(blanks(1)).append(flowList(list, indent + 1));
      endOfLine();
    } else {
      scalarOnItsLine(value, indent);
    }
  }

  private void scalarOnItsLine(Object value, int indent) {
    if (in(10)) {
      endOfLine();
      out.append(" ".repeat(indent + 1));
    } else {
      out.append(blanks(1));
    }
    String text = scalar(value);
    boolean isPlain = text.equals(value);
    if (isPlain && in(4)) {
      int blank = text.indexOf(' ');
      if (blank > 0) {
        out.append(text, 0, blank);
        end();
        out.append(" ".repeat(indent + 1 + random.nextInt(3)));
        text = text.substring(blank + 1);
      }
    }
    out.append(text);
    endOfLine();
  }

  private void blockText(String text, int indent) {
    boolean ends = text.endsWith("\n");
    boolean keeps = ends && in(2);
    out.append(" |").append(keeps ? "+" : ends ? "" : "-").append(in(5) ? " # header" : "");
    end();
    String margin = " ".repeat(indent + 1 + random.nextInt(4));
    for (String line : text.lines().toList()) {
      out.append(margin).append(line);
      end();
    }
    isKeeping = keeps;
    isBelowText = true;
  }

  private void sequence(List<?> list, String path, int indent) {
    for (Object item : list) {
      between(indent);
      out.append(" ".repeat(indent)).append("- ");
      isKeeping = false;
      isBelowText = false;
      if (item instanceof Map<?, ?> map && !map.isEmpty() && in(2)) {
        mapping(tree(map), path + "[].", indent + 2, false);
      } else {
        out.append(flow(item, indent + 2));
        endOfLine();
      }
    }
  }

  private void flowMapping(Map<String, Object> map, String path, int indent) {
    boolean inLines = in(4);
    out.append('{').append(in(3) ? " " : "");
    Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Object> entry = entries.next();
      if (inLines) {
        endOfLine();
        out.append(" ".repeat(indent + random.nextInt(3)));
      }
      int first = line();
      out.append(key(entry.getKey())).append(": ").append(flow(entry.getValue(), indent));
      lines.put(path + entry.getKey(), new Lines(first, line(), true));
      out.append(entries.hasNext() ? "," + blanks(1) : in(5) ? "," : "");
    }
    if (inLines) {
      endOfLine();
      out.append(" ".repeat(indent));
    }
    out.append('}');
  }

  private String flow(Object value, int indent) {
    if (value instanceof Map<?, ?> map) {
      return tree(map).entrySet().stream()
          .map(entry -> key(entry.getKey()) + ": " + flow(entry.getValue(), indent))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof List<?> list ? flowList(list, indent) : scalar(value);
  }

  private String flowList(List<?> list, int indent) {
    String margin = in(6) ? (lineBreak.isEmpty() ? "\n" : lineBreak) + " ".repeat(indent) : "";
    return list.stream()
        .map(item -> margin + flow(item, indent))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String scalar(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    }
    if (PlainText.isSafe(text) && !in(3)) {
      return text;
    }
    boolean isSimple = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return isSimple && in(2) ? "'" + text.replace("'", "''") + "'" : QuotedText.of(text);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
