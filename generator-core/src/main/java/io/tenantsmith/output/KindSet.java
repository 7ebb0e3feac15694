package io.tenantsmith.output;

import io.tenantsmith.render.KindInUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of objects that a tenant has. Thousands of tenants have the same few sets, so a set has
 * a name: the beginning of a digest of its text, the same in every run.
 *
 * @param kinds the kinds, with {@link #OWN} for the tenant's own namespace
 */
public record KindSet(String name, SortedSet<KindInUse> kinds) {

  /** Stands for a tenant's own namespace. */
  public static final String OWN = "*";

  private static final int NAME_LENGTH = 8;
  private static final Pattern TEXT =
      Pattern.compile("(?:([^/@=]+)/)?([^/@=]+)(?:@([^/@=]+))?(?:=([^/@=]+))?");

  /** Makes the set unchangeable. */
  public KindSet {
    kinds = Collections.unmodifiableSortedSet(kinds);
  }

  /** The set of these kinds. */
  public static KindSet of(Collection<KindInUse> kinds) {
    SortedSet<KindInUse> sorted = new TreeSet<>(kinds);
    String digest = Sha256.of(String.join("\n", texts(sorted)));
    int start = digest.indexOf(':') + 1;
    return new KindSet(digest.substring(start, start + NAME_LENGTH), sorted);
  }

  /**
   * Reads the set that was written under a name.
   *
   * @throws IllegalArgumentException if a text does not describe a kind
   */
  static KindSet read(String name, List<String> texts) {
    SortedSet<KindInUse> kinds = new TreeSet<>();
    texts.forEach(text -> kinds.add(kind(text)));
    return new KindSet(name, kinds);
  }

  /** Its kinds as they are written, for instance {@code apps/Deployment@*}. */
  List<String> texts() {
    return texts(kinds);
  }

  private static List<String> texts(SortedSet<KindInUse> kinds) {
    List<String> texts = new ArrayList<>();
    for (KindInUse kind : kinds) {
      texts.add(
          (kind.group().isEmpty() ? "" : kind.group() + "/")
              + kind.kind()
              + (kind.namespace().isEmpty() ? "" : "@" + kind.namespace())
              + (kind.name().isEmpty() ? "" : "=" + kind.name()));
    }
    return texts;
  }

  private static KindInUse kind(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no kind");
    }
    return new KindInUse(
        group(matcher, 1), group(matcher, 2), group(matcher, 3), group(matcher, 4));
  }

  private static String group(Matcher matcher, int number) {
    String text = matcher.group(number);
    return text == null ? "" : text;
  }
}
