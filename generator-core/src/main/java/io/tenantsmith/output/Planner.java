package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares a rendered tree with the tree as it stands, file by file, and hands the differences to a
 * sink. Ownership decides: only what the previous index and the tenants' tenant.json name is ours.
 */
public final class Planner {

  private final HandEdits handEdits;
  private final IndexReader reader;
  private final String folder;

  /**
   * A planner with that answer to hand edits.
   *
   * @param folder how messages call the tree, for instance {@code output}
   */
  public Planner(HandEdits handEdits, String folder) {
    this.handEdits = handEdits;
    this.reader = new IndexReader(folder);
    this.folder = folder;
  }

  /**
   * Finds the changes. index.json comes last, and only if it changes.
   *
   * @return a plan, or the diagnostic of an index that can not be read
   */
  public Result<Plan> plan(ExistingTree existing, RenderedTree rendered, ChangeSink sink)
      throws IOException {
    Result<OwnershipIndex> previous = reader.read(existing);
    if (previous.value().isEmpty()) {
      return Result.failed(previous.diagnostics());
    }
    boolean lost = existing.read(OwnershipIndex.PATH).isEmpty();
    Comparison comparison = new Comparison(existing, sink, new Findings(folder, handEdits, lost));
    return Result.of(compare(comparison, previous.value().get(), rendered));
  }

  private static Plan compare(Comparison comparison, OwnershipIndex previous, RenderedTree rendered)
      throws IOException {
    SortedMap<String, PublishedTenant> before = new TreeMap<>();
    previous.tenants().forEach(tenant -> before.put(tenant.id().value(), tenant));
    SortedMap<String, PublishedTenant> after = new TreeMap<>();
    TenantTally tally = new TenantTally(before.size());
    rendered.forEachTenant(
        tenant -> {
          String id = tenant.entry().id().value();
          boolean changed = comparison.tenant(tenant, before.get(id));
          tally.rendered(id, before.containsKey(id), changed);
          after.put(id, tenant.entry());
        });
    for (Map.Entry<String, PublishedTenant> gone : before.entrySet()) {
      if (rendered.isPartial()) {
        after.putIfAbsent(gone.getKey(), gone.getValue());
      } else if (!after.containsKey(gone.getKey())) {
        tally.removed(gone.getKey());
        comparison.remove(folderOf(gone.getValue()), gone.getValue().digest());
      }
    }
    comparison.root(rendered, previous);
    if (!rendered.isPartial()) {
      comparison.leftBehind();
    }
    OwnershipIndex next = next(previous, rendered, List.copyOf(after.values()));
    comparison.index(IndexText.file(next));
    List<Diagnostic> diagnostics = new ArrayList<>(rendered.diagnostics());
    diagnostics.addAll(comparison.findings().diagnostics());
    return new Plan(comparison.counts(), tally.changes(), diagnostics, next);
  }

  private static RelativePath folderOf(PublishedTenant tenant) {
    return Layout.tenant(tenant.cluster(), tenant.id());
  }

  private static OwnershipIndex next(
      OwnershipIndex previous, RenderedTree rendered, List<PublishedTenant> tenants) {
    SortedMap<RelativePath, String> files = new TreeMap<>();
    if (rendered.isPartial()) {
      files.putAll(previous.files());
    }
    rendered.rootFiles().forEach(file -> files.put(file.path(), file.digest()));
    boolean keepsInput = rendered.isPartial() && !previous.input().isEmpty();
    return new OwnershipIndex(
        rendered.tool(),
        keepsInput ? previous.input() : rendered.inputDigest(),
        new ArrayList<>(tenants),
        files);
  }
}
