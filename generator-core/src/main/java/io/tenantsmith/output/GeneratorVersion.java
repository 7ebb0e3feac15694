package io.tenantsmith.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this generator, in Maven's order: {@code 1.0.0-rc1 < 1.0.0-SNAPSHOT < 1.0.0 < 1.0.1
 * < 1.10.0}. Any text has a place in it.
 */
final class GeneratorVersion implements Comparable<GeneratorVersion> {

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9._-]+");

  /** The words that Maven knows; the release itself stands where the empty word does. */
  private static final List<String> WORDS =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

  private static final List<String> RELEASES = List.of("ga", "final", "release");

  private final String text;
  private final List<String> parts;

  private GeneratorVersion(String text) {
    this.text = text;
    this.parts = parts(text.toLowerCase(Locale.ROOT));
  }

  static GeneratorVersion of(String text) {
    return new GeneratorVersion(text);
  }

  @Override
  public int compareTo(GeneratorVersion other) {
    int length = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < length; i++) {
      int order = compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GeneratorVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /** Zeros before a word or the end say nothing: 1.0.0-rc1 is 1-rc1. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      String part = matcher.group();
      if (isNumber(part)) {
        parts.add(part.replaceFirst("^0+(?=.)", ""));
      } else {
        trim(parts);
        parts.add(word(part, text, matcher.end()));
      }
    }
    trim(parts);
    return List.copyOf(parts);
  }

  private static void trim(List<String> parts) {
    while (!parts.isEmpty() && List.of("0", "").contains(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
  }

  private static String word(String part, String text, int end) {
    boolean numbered = end < text.length() && Character.isDigit(text.charAt(end));
    return switch (part) {
      case "cr" -> "rc";
      case "a" -> numbered ? "alpha" : part;
      case "b" -> numbered ? "beta" : part;
      case "m" -> numbered ? "milestone" : part;
      default -> RELEASES.contains(part) ? "" : part;
    };
  }

  private static int compare(String one, String other) {
    if (isNumber(one) && isNumber(other)) {
      return one.length() == other.length()
          ? one.compareTo(other)
          : Integer.compare(one.length(), other.length());
    }
    if (isNumber(one) || isNumber(other)) {
      return compareNumber(one, other);
    }
    int order = Integer.compare(rank(one), rank(other));
    return order == 0 ? one.compareTo(other) : order;
  }

  /** A number is more than any word; zero is what is not there. */
  private static int compareNumber(String one, String other) {
    String number = isNumber(one) ? one : other;
    String word = isNumber(one) ? other : one;
    int order = word.isEmpty() && number.equals("0") ? 0 : 1;
    return isNumber(one) ? order : -order;
  }

  private static int rank(String word) {
    int known = WORDS.indexOf(word);
    return known < 0 ? WORDS.size() : known;
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && Character.isDigit(part.charAt(0));
  }
}
