package io.tenantsmith.output;

import io.tenantsmith.model.TenantId;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final SortedMap<String, IndexLine> before = new TreeMap<>();
  private final SortedMap<String, IndexLine> after = new TreeMap<>();
  private final TenantTally tally;

  /** A planner of changes to that tree. */
  public Planner(CurrentTree current, ChangeSink sink, Terms terms) {
    this.previous = current.index();
    this.partial = terms.isPartial();
    this.comparison =
        new Comparison(
            current, sink, new Obstacles(terms.folder(), terms.handEdits(), !current.hasIndex()));
    previous.lines().forEach(line -> before.put(line.id(), line));
    this.tally = new TenantTally(before.size());
  }

  /**
   * The terms on which trees are compared.
   *
   * @param folder how messages call the tree, for instance {@code output}
   * @param handEdits what becomes of what was edited by hand
   * @param isPartial whether only a part is rendered: what is not rendered stays as it is
   */
  public record Terms(String folder, HandEdits handEdits, boolean isPartial) {}

  /**
   * Whether the tree's index says that a tenant's files were rendered of the same inputs by the
   * same code: then they have the same content. May be asked by any thread.
   */
  public boolean remembers(TenantId id, String fingerprint) {
    return Optional.ofNullable(before.get(id.value()))
        .flatMap(IndexLine::rendered)
        .filter(facts -> facts.fingerprint().equals(fingerprint))
        .isPresent();
  }

  /**
   * The digests of the files of a tenant that the index remembers, by name: hashing them again is a
   * seventh of a run. Empty unless the index vouches for all of them.
   */
  public SortedMap<String, String> digests(TenantId id, RelativePath folder) throws IOException {
    IndexLine old = before.get(id.value());
    return old == null ? new TreeMap<>() : comparison.vouched(folder, old.tenant().digest());
  }

  /**
   * The files of a tenant's folder as the current tree has them, by name, as far as its tenant.json
   * names them; none if it has no folder.
   */
  public SortedMap<String, byte[]> former(TenantId id) throws IOException {
    IndexLine old = before.get(id.value());
    return old == null ? new TreeMap<>() : comparison.former(folder(old));
  }

  /** Compares one tenant's folder. */
  public void tenant(TenantFolder tenant) throws IOException {
    String id = tenant.line().id();
    IndexLine old = before.get(id);
    String digest = old == null ? null : old.tenant().digest();
    if (old != null && !folder(old).equals(tenant.folder())) {
      // Another folder of a tenant that was never published: the former one is of no use.
      comparison.remove(old.tenant(), folder(old));
      digest = null;
    }
    boolean changed = comparison.tenant(tenant, digest);
    tally.rendered(tenant.line().tenant(), old, changed);
    after.put(id, tenant.line());
  }

  /** Compares the rest, index.json last, and returns the plan of all changes. */
  public Plan finish(SharedFiles all) throws IOException {
    SharedFiles shared = comparison.ours(all, previous);
    for (Map.Entry<String, IndexLine> gone : before.entrySet()) {
      if (partial) {
        after.putIfAbsent(gone.getKey(), gone.getValue());
      } else if (!after.containsKey(gone.getKey())) {
        tally.removed(gone.getKey());
        comparison.remove(gone.getValue().tenant(), folder(gone.getValue()));
      }
    }
    comparison.shared(shared.files(), previous, partial);
    if (!partial) {
      comparison.leftBehind();
    }
    OwnershipIndex next = next(shared);
    comparison.index(IndexText.file(next));
    return new Plan(
        comparison.counts(),
        tally.changes(),
        comparison.diagnostics(),
        next,
        comparison.converted());
  }

  private static RelativePath folder(IndexLine line) {
    return Layout.tenant(line.tenant().cluster(), line.tenant().id());
  }

  private OwnershipIndex next(SharedFiles shared) {
    SortedMap<RelativePath, String> files = new TreeMap<>();
    if (partial) {
      files.putAll(previous.files());
    }
    shared.files().forEach(file -> files.put(file.path(), file.digest()));
    return new OwnershipIndex(
        shared.tool(), shared.input(), shared.waves(), List.copyOf(after.values()), files);
  }
}
