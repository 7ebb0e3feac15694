package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares a rendered tree with the current one, file by file, and hands the differences to a sink.
 * Ownership decides: only what the current index and the tenants' tenant.json name is ours. Takes
 * every tenant's folder, one after the other, and then once what tenants share; a folder may be
 * dropped after the call.
 */
public final class Planner {

  private final OwnershipIndex previous;
  private final boolean partial;
  private final Comparison comparison;
  private final SortedMap<String, PublishedTenant> before = new TreeMap<>();
  private final SortedMap<String, PublishedTenant> after = new TreeMap<>();
  private final TenantTally tally;

  /** A planner of changes to that tree. */
  public Planner(CurrentTree current, ChangeSink sink, Terms terms) {
    this.previous = current.index();
    this.partial = terms.isPartial();
    this.comparison =
        new Comparison(
            current, sink, new Obstacles(terms.folder(), terms.handEdits(), !current.hasIndex()));
    previous.tenants().forEach(tenant -> before.put(tenant.id().value(), tenant));
    this.tally = new TenantTally(before.size());
  }

  /**
   * On which terms trees are compared.
   *
   * @param folder how messages call the tree, for instance {@code output}
   * @param handEdits what becomes of what was edited by hand
   * @param isPartial whether only a part is rendered: what is not rendered stays as it is
   */
  public record Terms(String folder, HandEdits handEdits, boolean isPartial) {}

  /** Compares one tenant's folder. */
  public void tenant(TenantFolder tenant) throws IOException {
    String id = tenant.entry().id().value();
    boolean changed = comparison.tenant(tenant, before.get(id));
    tally.rendered(id, before.containsKey(id), changed);
    after.put(id, tenant.entry());
  }

  /** Compares the rest, index.json last, and gives the plan of all changes. */
  public Plan finish(SharedFiles shared) throws IOException {
    for (Map.Entry<String, PublishedTenant> gone : before.entrySet()) {
      if (partial) {
        after.putIfAbsent(gone.getKey(), gone.getValue());
      } else if (!after.containsKey(gone.getKey())) {
        tally.removed(gone.getKey());
        comparison.remove(gone.getValue(), folderOf(gone.getValue()));
      }
    }
    comparison.shared(shared.files(), previous, partial);
    if (!partial) {
      comparison.leftBehind();
    }
    OwnershipIndex next = next(shared);
    comparison.index(IndexText.file(next));
    return new Plan(comparison.counts(), tally.changes(), comparison.diagnostics(), next);
  }

  private static RelativePath folderOf(PublishedTenant tenant) {
    return Layout.tenant(tenant.cluster(), tenant.id());
  }

  private OwnershipIndex next(SharedFiles shared) {
    SortedMap<RelativePath, String> files = new TreeMap<>();
    if (partial) {
      files.putAll(previous.files());
    }
    shared.files().forEach(file -> files.put(file.path(), file.digest()));
    boolean keepsInput = partial && !previous.input().isEmpty();
    return new OwnershipIndex(
        shared.tool(),
        keepsInput ? previous.input() : shared.input(),
        List.copyOf(after.values()),
        files);
  }
}
