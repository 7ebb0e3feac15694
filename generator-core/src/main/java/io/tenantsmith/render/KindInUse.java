package io.tenantsmith.render;

import java.util.Comparator;
import java.util.Locale;

/**
 * A kind of objects that is rendered, and where: what a sync tool must be allowed to write.
 *
 * @param group empty for the core group
 * @param namespace empty for a cluster-scoped kind; may end in {@code *}
 * @param name name of a Namespace, which may end in {@code *}; empty for other kinds
 */
public record KindInUse(String group, String kind, String namespace, String name)
    implements Comparable<KindInUse> {

  private static final Comparator<KindInUse> ORDER =
      Comparator.comparing(KindInUse::group)
          .thenComparing(KindInUse::kind)
          .thenComparing(KindInUse::namespace)
          .thenComparing(KindInUse::name);

  /** The kind of an object. */
  public static KindInUse of(ObjectRef object) {
    return new KindInUse(
        object.group(),
        object.kind(),
        object.namespace(),
        object.kind().equals("Namespace") ? object.name() : "");
  }

  /** The same with a pattern instead of a namespace, wherever that is named. */
  public KindInUse generalised(String own, String pattern) {
    return new KindInUse(
        group,
        kind,
        namespace.equals(own) ? pattern : namespace,
        name.equals(own) ? pattern : name);
  }

  /**
   * What the API calls objects of the kind, for instance in rights. For all kinds that we render it
   * is the English plural.
   */
  public String resource() {
    String singular = kind.toLowerCase(Locale.ROOT);
    int last = singular.length() - 1;
    if (singular.endsWith("y") && "aeiou".indexOf(singular.charAt(last - 1)) < 0) {
      return singular.substring(0, last) + "ies";
    }
    return singular + (singular.endsWith("s") ? "es" : "s");
  }

  /** Whether it is in no namespace. */
  public boolean isClusterScoped() {
    return namespace.isEmpty();
  }

  @Override
  public int compareTo(KindInUse other) {
    return ORDER.compare(this, other);
  }
}
