package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
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
 * @param lines one line per tenant, sorted by id; the files of a folder are in its tenant.json
 * @param files digests of the files outside tenants' folders, without index.json
 */
public record OwnershipIndex(
    String tool, String input, List<IndexLine> lines, SortedMap<RelativePath, String> files) {

  /** Copies the collections. */
  public OwnershipIndex {
    lines = List.copyOf(lines);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** All tenants of the tree, sorted by id. */
  public List<PublishedTenant> tenants() {
    return lines.stream().map(IndexLine::tenant).toList();
  }

  /** Where it is in the tree. */
  public static final RelativePath PATH = RelativePath.of("index.json");

  /** The index of a tree that has none. */
  public static OwnershipIndex empty() {
    return new OwnershipIndex("", "", List.of(), new TreeMap<>());
  }
}
