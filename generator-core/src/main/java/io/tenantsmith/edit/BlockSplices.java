package io.tenantsmith.edit;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlSequence;

/** Changes of a mapping whose keys stand below each other. */
final class BlockSplices {

  private final EditableText text;
  private final Extents extents;
  private final int step;

  /**
   * Changes of a text.
   *
   * @param step by how many blanks a level of this file is indented
   */
  BlockSplices(EditableText text, Extents extents, int step) {
    this.text = text;
    this.extents = extents;
    this.step = step;
  }

  /** Another value for a key that is there. */
  Splice replace(YamlMapping.Entry entry, YamlNode value) {
    YamlNode old = entry.value();
    if (staysInItsLine(old, value)) {
      int start = extents.start(old);
      return new Splice(start, extents.end(old), ValueText.flowInQuotes(value, text.at(start)));
    }
    int colon = colon(entry);
    boolean isBelow = ValueText.needsLines(value) || (isBlockList(old) && !isEmpty(value));
    String comments = comments(entry, colon);
    String written =
        isBelow
            ? comments + writer(colon).lines(value, column(entry) + step)
            : " " + ValueText.flow(value) + comments;
    return new Splice(colon, text.lineEnd(Math.max(colon, extents.end(old))), written);
  }

  /** The comments between a key and its value, and that behind the value. */
  private String comments(YamlMapping.Entry entry, int colon) {
    YamlNode old = entry.value();
    if (extents.isAbsent(old)) {
      return text.part(colon, text.lineEnd(colon)).stripTrailing();
    }
    int firstLine = text.lineStart(extents.start(old));
    boolean beginsBelow = firstLine > colon;
    String head = beginsBelow ? text.part(colon, text.lineEnd(colon)).stripTrailing() : "";
    String between = beginsBelow ? text.part(text.lineEnd(colon), firstLine).stripTrailing() : "";
    String behind = behind(old);
    boolean hasItsLine = !behind.isEmpty() && beginsBelow;
    return head
        + (between.indexOf('#') < 0 ? "" : between)
        + (hasItsLine ? text.lineBreak(colon) + " ".repeat(column(entry)) : "")
        + (hasItsLine ? behind.strip() : behind);
  }

  private String behind(YamlNode old) {
    int end = extents.end(old);
    if (extents.isBlockScalar(old)) {
      return headerComment(old);
    }
    return extents.isBlockCollection(old) ? "" : text.comment(end, text.lineEnd(end));
  }

  /** Another key with its value below an entry. */
  Splice insert(YamlMapping mapping, YamlMapping.Entry before, YamlMapping.Entry entry) {
    int end = extents.end(before.value());
    int indent = column(mapping.entries().get(0));
    ValueText writer = writer(end);
    String added =
        writer.lineBreak()
            + " ".repeat(indent)
            + ValueText.key(entry.name())
            + ":"
            + writer.afterColon(entry.value(), indent);
    return Splice.insert(text.lineEnd(end), added);
  }

  /** Takes the lines of a key and its value away. */
  Splice remove(YamlMapping mapping, int index) {
    YamlMapping.Entry entry = mapping.entries().get(index);
    int from = text.lineStart(extents.start(entry.key()));
    int end = extents.end(entry.value());
    int to = text.nextLine(end);
    boolean gathers =
        index > 0 && extents.keepsLinesBehind(mapping.entries().get(index - 1).value());
    while (gathers && to < text.length() && text.isBlank(to, text.lineEnd(to))) {
      to = text.nextLine(to);
    }
    return new Splice(from, to, "");
  }

  /** Whether both the old and the new value are written behind the key. */
  private boolean staysInItsLine(YamlNode old, YamlNode value) {
    boolean oldDoes =
        !extents.isAbsent(old) && !extents.isBlockScalar(old) && !extents.isBlockCollection(old);
    return oldDoes && (!ValueText.needsLines(value) || extents.isFlow(old));
  }

  private boolean isBlockList(YamlNode old) {
    return old instanceof YamlSequence && extents.isBlockCollection(old);
  }

  private static boolean isEmpty(YamlNode value) {
    return !(value instanceof YamlSequence list) || list.items().isEmpty();
  }

  private String headerComment(YamlNode old) {
    int start = extents.start(old);
    String header = text.part(start, text.lineEnd(start));
    int comment = header.indexOf('#');
    return comment < 0 ? "" : " " + header.substring(comment).strip();
  }

  /** The offset behind the colon of a key. */
  private int colon(YamlMapping.Entry entry) {
    return Math.min(text.skipToToken(extents.end(entry.key())) + 1, text.length());
  }

  private ValueText writer(int offset) {
    return new ValueText(text.lineBreak(offset), step);
  }

  private static int column(YamlMapping.Entry entry) {
    return entry.key().range().column() - 1;
  }
}
