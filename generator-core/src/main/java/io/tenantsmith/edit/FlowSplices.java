package io.tenantsmith.edit;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Changes of a mapping in brackets. */
final class FlowSplices {

  private final EditableText text;
  private final Extents extents;

  FlowSplices(EditableText text, Extents extents) {
    this.text = text;
    this.extents = extents;
  }

  /** Another value for a key that is there. */
  Splice replace(YamlMapping.Entry entry, YamlNode value) {
    YamlNode old = entry.value();
    int start = extents.start(old);
    if (extents.isAbsent(old)) {
      boolean hasColon = text.part(extents.end(entry.key()), start).indexOf(':') >= 0;
      return Splice.insert(start, (hasColon ? " " : ": ") + ValueText.flow(value));
    }
    return new Splice(start, extents.end(old), ValueText.flowInQuotes(value, text.at(start)));
  }

  /**
   * Another key with its value.
   *
   * @param before the entry that it follows; null where the mapping is empty
   */
  Splice insert(YamlMapping mapping, YamlMapping.@Nullable Entry before, YamlMapping.Entry entry) {
    String added = ValueText.key(entry.name()) + ": " + ValueText.flow(entry.value());
    return before == null
        ? Splice.insert(extents.start(mapping) + 1, added)
        : Splice.insert(extents.end(before.value()), ", " + added);
  }

  /** Takes a key with its value and its comma away. */
  Splice remove(YamlMapping mapping, int index) {
    YamlMapping.Entry entry = mapping.entries().get(index);
    int start = extents.start(entry.key());
    int end = extents.end(entry.value());
    int comma = text.skipToToken(end);
    boolean isLast = text.at(comma) != ',';
    int behind = isLast ? end : comma + 1;
    if (hasItsLines(start, behind)) {
      return new Splice(text.lineStart(start), text.nextLine(behind), "");
    }
    if (index > 0 && isLast) {
      int previous = extents.end(mapping.entries().get(index - 1).value());
      // A comma that stays behind is as good; what stands between may be a comment.
      return text.part(previous, start).strip().equals(",")
          ? new Splice(previous, end, "")
          : new Splice(start, end, "");
    }
    return new Splice(start, Math.min(text.skipBlanks(behind), text.lineEnd(behind)), "");
  }

  /** Whether nothing but a comment stands on the lines beside it. */
  private boolean hasItsLines(int start, int end) {
    int rest = text.skipBlanks(end);
    boolean endsLine = rest == text.lineEnd(end) || (rest < text.length() && text.at(rest) == '#');
    return text.isBlank(text.lineStart(start), start) && endsLine && !text.isUnendedLine(end);
  }
}
