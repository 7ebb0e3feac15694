package io.tenantsmith.planning;

import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.RenderQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of a plan, rendered by several threads while one compares them. A side of which that
 * is not known before it is asked, since it is read, renders what it needs itself.
 */
final class RenderedAhead implements AutoCloseable {

  private final RenderedSide after;
  private final @Nullable RenderedSide before;
  private final RenderQueue<String, Both> queue;

  /** A tenant on both sides; null where a side has none. */
  private record Both(@Nullable ShownTenant before, @Nullable ShownTenant after) {}

  /** Tenants of two sides, in the order in which somebody will ask for them. */
  RenderedAhead(Side before, RenderedSide after, List<String> ids) {
    this.after = after;
    this.before = before instanceof RenderedSide rendered ? rendered : null;
    this.queue = new RenderQueue<>(this::worker, ids, after.threads());
  }

  /**
   * Those of some tenants that are to be rendered: where both sides have inputs, the others are
   * known to be the same.
   */
  static List<String> mayDiffer(Side before, RenderedSide after, Collection<String> all)
      throws IOException {
    List<String> ids = new ArrayList<>();
    for (String id : all) {
      if (!(before instanceof RenderedSide) || !after.isSame(id, before)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private Function<String, Both> worker() {
    FleetRendering now = after.rendering();
    if (before == null) {
      return id -> new Both(null, after.shown(id, now, null));
    }
    FleetRendering then = before.rendering();
    return id -> {
      ShownTenant mine = after.shown(id, now, null);
      ShownTenant theirs = before.shown(id, then, mine);
      return new Both(with(then, theirs), with(now, mine));
    };
  }

  private static @Nullable ShownTenant with(
      FleetRendering rendering, @Nullable ShownTenant tenant) {
    return tenant == null ? null : tenant.with(rendering);
  }

  /** From now on the sides have the next tenant at hand. */
  void next() {
    Both both = queue.next();
    if (both.after() != null) {
      after.keep(both.after());
    }
    if (before != null && both.before() != null) {
      before.keep(both.before());
    }
  }

  @Override
  public void close() {
    queue.close();
  }
}
