package io.tenantsmith.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The nodes of one document that are known to be wrong. A fault is a place that the binder skips,
 * not a diagnostic: its diagnostic has been reported already.
 */
public final class Faults {

  /** The faults of a document in which nothing is wrong. */
  public static final Faults NONE = new Faults(Set.of(), true);

  private final Set<YamlNode> nodes;
  private final boolean clean;

  private Faults(Set<YamlNode> nodes, boolean clean) {
    this.nodes = nodes;
    this.clean = clean;
  }

  /**
   * Collects nodes by identity.
   *
   * @param clean whether nothing at all is wrong; a missing field is wrong without a node
   */
  public static Faults of(Collection<YamlNode> nodes, boolean clean) {
    Set<YamlNode> copy = Collections.newSetFromMap(new IdentityHashMap<>());
    copy.addAll(nodes);
    return new Faults(copy, clean);
  }

  /** Whether this node itself is wrong. */
  public boolean contains(YamlNode node) {
    return nodes.contains(node);
  }

  /** Whether nothing is wrong in the document. */
  public boolean isClean() {
    return clean;
  }
}
