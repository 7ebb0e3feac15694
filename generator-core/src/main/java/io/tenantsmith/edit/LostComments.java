package io.tenantsmith.edit;

import io.tenantsmith.edit.EditedLine.Kind;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlReader;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The comments that an edit takes away together with the values they are written beside. */
final class LostComments {

  private final EditableText text;
  private final Extents extents;

  /** Offsets that are part of a value or a key: a sharp there begins no comment. */
  private final BitSet words = new BitSet();

  private LostComments(EditableText text) {
    this.text = text;
    this.extents = new Extents(text);
  }

  /** Those that no new line has; each with its line in the file before. */
  static List<EditedLine> of(EditedFile edited) {
    Map<Integer, String> before = comments(edited.before());
    Map<Integer, String> after = comments(edited.after());
    List<String> kept = new ArrayList<>();
    for (EditedLine line : edited.lines()) {
      if (line.kind() == Kind.ADDED && after.containsKey(line.number())) {
        kept.add(Objects.requireNonNull(after.get(line.number())));
      }
    }
    List<EditedLine> lost = new ArrayList<>();
    for (EditedLine line : edited.lines()) {
      String comment = line.kind() == Kind.REMOVED ? before.get(line.number()) : null;
      if (comment != null && !kept.remove(comment)) {
        lost.add(new EditedLine(Kind.REMOVED, line.number(), comment));
      }
    }
    return List.copyOf(lost);
  }

  /** The comment of each line that has one, by the line's number. */
  private static Map<Integer, String> comments(SourceFile file) {
    String all = new String(file.content(), StandardCharsets.UTF_8);
    String text = all.startsWith(YamlEdit.MARK) ? all.substring(YamlEdit.MARK.length()) : all;
    LostComments reading = new LostComments(new EditableText(text));
    new YamlReader()
        .read(file.file(), file.content())
        .value()
        .ifPresent(document -> reading.mark(document.root()));
    return reading.comments();
  }

  private Map<Integer, String> comments() {
    Map<Integer, String> comments = new TreeMap<>();
    int number = 0;
    for (int line = 0; line < text.length(); line = text.nextLine(line)) {
      number++;
      int end = text.lineEnd(line);
      int at = line;
      while (at < end && !isSharp(at, line)) {
        at++;
      }
      if (at < end) {
        comments.put(number, text.part(at, end).strip());
      }
    }
    return comments;
  }

  private boolean isSharp(int at, int line) {
    return text.at(at) == '#'
        && !words.get(at)
        && (at == line || Character.isWhitespace(text.at(at - 1)));
  }

  private void mark(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        mark(entry.key());
        mark(entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(this::mark);
    } else if (node instanceof YamlScalar) {
      int start = extents.start(node);
      // The first line of a text below "|" may have a comment of its own.
      words.set(
          extents.isBlockScalar(node) ? text.nextLine(start) : start,
          Math.max(start, extents.end(node)));
    }
  }
}
