package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tree as they were written, for who reads what they say, and which of them somebody
 * edited since. Line ends that a checkout converted are restored.
 */
public final class WrittenFiles {

  private final CurrentTree tree;
  private final Map<RelativePath, IndexLine> folders = new HashMap<>();
  private @Nullable RelativePath folder;
  private @Nullable Ledger ledger;

  /** The files of that tree. */
  public WrittenFiles(CurrentTree tree) {
    this.tree = tree;
    tree.index().lines().forEach(line -> folders.put(folder(line), line));
  }

  /** Where a tenant's folder is. */
  public static RelativePath folder(IndexLine line) {
    return Layout.tenant(line.tenant().cluster(), line.tenant().id());
  }

  /** The files of a tenant's folder by path, tenant.json and those that it names. */
  public SortedMap<RelativePath, byte[]> tenant(IndexLine line) throws IOException {
    SortedMap<RelativePath, byte[]> files = new TreeMap<>();
    OldFacts facts = OldFacts.of(folder(line), tree.files());
    if (facts.content().isPresent()) {
      files.put(facts.path(), written(facts.content().get()));
      for (String name : IndexReader.tenantFiles(facts.content().get()).keySet()) {
        RelativePath path = facts.folder().resolve(name);
        read(path).ifPresent(content -> files.put(path, content));
      }
    }
    return files;
  }

  /** The files outside tenants' folders by path, without index.json. */
  public SortedMap<RelativePath, byte[]> shared() throws IOException {
    SortedMap<RelativePath, byte[]> files = new TreeMap<>();
    for (RelativePath path : tree.index().files().keySet()) {
      read(path).ifPresent(content -> files.put(path, content));
    }
    return files;
  }

  /** A file. */
  public Optional<byte[]> read(RelativePath path) throws IOException {
    return tree.files().read(path).map(this::written);
  }

  /** Whether a file is ours and is not as we wrote it: somebody edited or removed it. */
  public boolean isEdited(RelativePath path) throws IOException {
    Ledger own = ledger(path);
    if (!own.owns(path)) {
      return false;
    }
    Optional<byte[]> content = tree.files().read(path);
    return content.isEmpty()
        ? !own.mayBeGone(path)
        : !own.isUntouched(path, content.get()) && !own.isConverted(path, content.get());
  }

  /**
   * The ledger of the folder that was asked for last is kept, since files are asked for in turn.
   */
  private Ledger ledger(RelativePath path) throws IOException {
    RelativePath parent = path.parent();
    Ledger known = ledger;
    if (known == null || parent == null || !parent.equals(folder)) {
      IndexLine line = parent == null ? null : folders.get(parent);
      known =
          line == null
              ? Ledger.ofRoot(tree.index(), tree.files())
              : Ledger.ofTenant(
                  line.tenant().digest(), OldFacts.of(folder(line), tree.files()), tree.files());
      ledger = known;
      folder = parent;
    }
    return known;
  }

  private byte[] written(byte[] content) {
    return tree.files().isCheckout() ? LineEnds.restored(content) : content;
  }
}
