package io.tenantsmith.template;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose values are made when they are asked for: whoever counts what an object requests
 * looks at a few of its fields, and the texts behind the others cost more than all the rest.
 * Immutable to its users; for one thread.
 */
final class MappingView extends AbstractMap<String, Object> {

  private final MappingPiece piece;
  private final Frame frame;
  private final Map<String, Object> made = new HashMap<>();

  MappingView(MappingPiece piece, Frame frame) {
    this.piece = piece;
    this.frame = frame;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    Object known = made.get(name);
    if (known == null) {
      known = piece.viewOf(name, frame);
      if (known != null) {
        made.put(name, known);
      }
    }
    return known;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  /** All entries, which makes all values. */
  @Override
  public Set<Entry<String, Object>> entrySet() {
    return piece.tree(frame).entrySet();
  }
}
