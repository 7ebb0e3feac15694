package io.tenantsmith.output;

import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.PublishedWave;
import io.tenantsmith.path.RelativePath;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * index.json: which files of a tree are ours.
 *
 * @param tool name and version of the generator that wrote it
 * @param input digest of the meaning of its inputs
 * @param waves roll-outs that some tenants of the tree have and others do not, sorted by tier
 * @param lines one line per tenant, sorted by id; the files of a folder are in its tenant.json
 * @param files digests of the files outside tenants' folders, without index.json
 */
public record OwnershipIndex(
    String tool,
    String input,
    List<PublishedWave> waves,
    List<IndexLine> lines,
    SortedMap<RelativePath, String> files) {

  /** Copies the collections. */
  public OwnershipIndex {
    waves = List.copyOf(waves);
    lines = List.copyOf(lines);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** All tenants of the tree, sorted by id. */
  public List<PublishedTenant> tenants() {
    return lines.stream().map(IndexLine::tenant).toList();
  }

  /** The same as what is published. */
  public PublishedOutput published(String name) {
    return new PublishedOutput(name, tenants(), waves);
  }

  /** Where it is in the tree. */
  public static final RelativePath PATH = RelativePath.of("index.json");

  /** The index of a tree that has none. */
  public static OwnershipIndex empty() {
    return new OwnershipIndex("", "", List.of(), List.of(), new TreeMap<>());
  }
}
