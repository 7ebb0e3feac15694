package io.tenantsmith.yaml;

import java.util.Arrays;
import java.util.Comparator;

/** The order of keys in every mapping: what names an object first, then by code point. */
final class KeyOrder implements Comparator<String> {

  /** The one order. */
  static final KeyOrder INSTANCE = new KeyOrder();

  private static final int REST = 6;

  private KeyOrder() {}

  /** Sorts keys in place; most mappings come sorted already. */
  void sort(String[] keys) {
    for (int i = 1; i < keys.length; i++) {
      if (compare(keys[i - 1], keys[i]) > 0) {
        Arrays.sort(keys, this);
        return;
      }
    }
  }

  @Override
  public int compare(String left, String right) {
    int byRank = Integer.compare(rank(left), rank(right));
    return byRank != 0 ? byRank : byCodePoint(left, right);
  }

  private static int rank(String key) {
    return switch (key) {
      case "apiVersion" -> 0;
      case "kind" -> 1;
      case "metadata" -> 2;
      case "name" -> 3;
      case "namespace" -> 4;
      case "record" -> 5;
      default -> REST;
    };
  }

  private static int byCodePoint(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Integer.compare(inCodePointOrder(l), inCodePointOrder(r));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Maps code units so that they sort as code points do: surrogates come after all others. */
  private static int inCodePointOrder(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
