package io.tenantsmith.steps;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Kinds of objects that hold data, or that make what holds it. */
public final class DataKinds {

  private static final String EXTERNAL = "ExternalSecret";

  private static final Set<String> KINDS =
      Set.of("Namespace", "PersistentVolumeClaim", "Secret", EXTERNAL, "MariaDB");

  private static final String KIND = "kind: ";

  private DataKinds() {}

  /** Whether objects of that kind hold data. */
  public static boolean holds(String kind) {
    return KINDS.contains(kind);
  }

  /**
   * Whether that object holds data, or makes what no other makes again: a Secret that is copied
   * from elsewhere is still there.
   */
  public static boolean holds(KubernetesObject object) {
    return holds(Node.of(object.tree()));
  }

  /** The same of a whole object. */
  public static boolean holds(Node object) {
    String kind = object.get("kind").text();
    return holds(kind)
        && (!kind.equals(EXTERNAL) || object.at("spec", "target", "creationPolicy").is("Orphan"));
  }

  /** How many objects of such kinds a file holds, as we write it: a kind is in the first column. */
  public static int count(byte[] manifest) {
    int count = 0;
    int line = 0;
    while (line < manifest.length) {
      int end = line;
      while (end < manifest.length && manifest[end] != '\n') {
        end++;
      }
      if (isKind(manifest, line, end)) {
        int from = line + KIND.length();
        String kind = new String(manifest, from, end - from, StandardCharsets.UTF_8).strip();
        count += holds(kind) ? 1 : 0;
      }
      line = end + 1;
    }
    return count;
  }

  private static boolean isKind(byte[] text, int from, int to) {
    if (to - from <= KIND.length()) {
      return false;
    }
    for (int i = 0; i < KIND.length(); i++) {
      if (text[from + i] != KIND.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
