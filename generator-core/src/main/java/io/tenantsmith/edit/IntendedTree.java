package io.tenantsmith.edit;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** What the edited text has to be read as: the tree before with one difference. */
final class IntendedTree {

  private IntendedTree() {}

  /** The mapping with another value for a key that it has. */
  static YamlMapping replaced(YamlMapping mapping, int index, YamlNode value) {
    List<YamlMapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.set(index, new YamlMapping.Entry(entries.get(index).key(), value));
    return new YamlMapping(entries, mapping.range());
  }

  /** The mapping with a key that it had not. */
  static YamlMapping inserted(YamlMapping mapping, int index, YamlMapping.Entry entry) {
    List<YamlMapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(index, entry);
    return new YamlMapping(entries, mapping.range());
  }

  /** The mapping without a key. */
  static YamlMapping removed(YamlMapping mapping, int index) {
    List<YamlMapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.remove(index);
    return new YamlMapping(entries, mapping.range());
  }

  /**
   * Whether two trees hold the same values in the same order. Values that were there before must
   * also be quoted as before; of a new one only the value counts.
   */
  static boolean isSame(YamlNode intended, YamlNode found) {
    if (intended instanceof YamlMapping mapping) {
      return found instanceof YamlMapping other && isSame(mapping, other);
    }
    if (intended instanceof YamlSequence list) {
      return found instanceof YamlSequence other && isSame(list.items(), other.items());
    }
    return found instanceof YamlScalar other && isSame((YamlScalar) intended, other);
  }

  private static boolean isSame(YamlMapping intended, YamlMapping found) {
    if (intended.entries().size() != found.entries().size()) {
      return false;
    }
    for (int i = 0; i < intended.entries().size(); i++) {
      YamlMapping.Entry one = intended.entries().get(i);
      YamlMapping.Entry other = found.entries().get(i);
      if (!isSame(one.key(), other.key()) || !isSame(one.value(), other.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(List<YamlNode> intended, List<YamlNode> found) {
    if (intended.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < intended.size(); i++) {
      if (!isSame(intended.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(YamlScalar intended, YamlScalar found) {
    boolean isWrittenAlike = NewNode.isNew(intended) || intended.plain() == found.plain();
    boolean isSameText =
        intended.text().equals(found.text())
            || (intended.type() == YamlScalar.Type.NULL && NewNode.isNew(intended));
    return isSameText && intended.type() == found.type() && isWrittenAlike;
  }
}
