package io.tenantsmith.planning.danger;

import java.util.List;

/** Several facts of one danger in one sentence. */
final class Cuts {

  private static final int SHOWN = 4;

  private Cuts() {}

  /** The first of them, and how many more there are. */
  static String text(List<String> facts) {
    int shown = facts.size() <= SHOWN + 1 ? facts.size() : SHOWN;
    String more = shown == facts.size() ? "" : " and " + (facts.size() - shown) + " more";
    return String.join(", ", facts.subList(0, shown)) + more;
  }
}
