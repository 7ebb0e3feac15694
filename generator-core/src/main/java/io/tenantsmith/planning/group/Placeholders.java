package io.tenantsmith.planning.group;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the names of one tenant by placeholders, in whole words and the longest first, and puts
 * them back. What is replaced in a text can always be put back exactly, or it says so.
 */
final class Placeholders {

  private static final int ASCII = 128;

  private final List<Map.Entry<String, String>> longestFirst;

  /** Whether a name begins with that character; most characters of a text begin none. */
  private final boolean[] firsts = new boolean[ASCII];

  private final SortedMap<String, String> used = new TreeMap<>();
  private boolean exact = true;

  Placeholders(Map<String, String> byText) {
    this.longestFirst =
        byText.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, String> name) -> -name.getKey().length()))
            .toList();
    longestFirst.forEach(name -> firsts[Math.min(name.getKey().charAt(0), ASCII - 1)] = true);
  }

  /** The names that were replaced so far, by their placeholders. */
  SortedMap<String, String> used() {
    return used;
  }

  /** Whether all texts so far can be put back exactly. */
  boolean isExact() {
    return exact;
  }

  /** A text with placeholders; the very same text if it holds no name. */
  String placed(String text) {
    StringBuilder placed = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      boolean mayBegin = firsts[Math.min(text.charAt(at), ASCII - 1)] && isStart(text, at);
      Map.Entry<String, String> name = mayBegin ? nameAt(text, at) : null;
      if (name == null) {
        at++;
      } else {
        placed = placed == null ? new StringBuilder(text.length() + 32) : placed;
        placed.append(text, copied, at).append(name.getValue());
        used.put(name.getValue(), name.getKey());
        at += name.getKey().length();
        copied = at;
      }
    }
    String result = placed == null ? text : placed.append(text, copied, at).toString();
    if (text.indexOf('<') >= 0) {
      exact &= restored(result, used).equals(text);
    }
    return result;
  }

  private Map.@Nullable Entry<String, String> nameAt(String text, int at) {
    for (Map.Entry<String, String> name : longestFirst) {
      String own = name.getKey();
      if (own.charAt(0) == text.charAt(at)
          && text.startsWith(own, at)
          && isEnd(text, at + own.length())) {
        return name;
      }
    }
    return null;
  }

  private static boolean isStart(String text, int at) {
    return at == 0 || !isInWord(text.charAt(at - 1)) || !isInWord(text.charAt(at));
  }

  private static boolean isEnd(String text, int at) {
    return at == text.length() || !isInWord(text.charAt(at)) || !isInWord(text.charAt(at - 1));
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** A tree with placeholders, in keys as well; parts without names are the very same. */
  @Nullable Object placed(@Nullable Object tree) {
    return new Mapped(this::placed).of(tree);
  }

  /** A text with the names in place of their placeholders; the very same if it has none. */
  static String restored(String text, Map<String, String> names) {
    StringBuilder restored = null;
    int copied = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
      int close = text.indexOf('>', open);
      String name = close < 0 ? null : names.get(text.substring(open, close + 1));
      if (name != null) {
        restored = restored == null ? new StringBuilder(text.length()) : restored;
        restored.append(text, copied, open).append(name);
        copied = close + 1;
        open = close;
      }
    }
    return restored == null ? text : restored.append(text, copied, text.length()).toString();
  }
}
