package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which files of one unit are ours, and what we wrote into each when we last did. */
final class Ledger {

  private final SortedMap<RelativePath, String> digests;
  private final Map<RelativePath, Set<String>> interrupted;
  private final boolean checkout;

  private Ledger(SortedMap<RelativePath, String> digests, ExistingTree tree) {
    this.digests = digests;
    this.interrupted = tree.interrupted();
    this.checkout = tree.isCheckout();
  }

  /** The ledger of the files outside tenants' folders. */
  static Ledger ofRoot(OwnershipIndex index, ExistingTree tree) {
    return new Ledger(index.files(), tree);
  }

  /** The ledger of what killed runs left. */
  static Ledger ofInterrupted(ExistingTree tree) {
    return new Ledger(new TreeMap<>(), tree);
  }

  /** The ledger of a tenant's folder, by its tenant.json if the index vouches for it. */
  static Ledger ofTenant(@Nullable String digest, OldFacts old, ExistingTree tree) {
    RelativePath facts = old.path();
    Optional<byte[]> content = old.content();
    SortedMap<RelativePath, String> digests = new TreeMap<>();
    if (digest != null) {
      digests.put(facts, "");
    }
    if (content.isPresent()) {
      String own = Sha256.of(written(content.get(), tree));
      boolean left = hasLeft(facts, own, tree.interrupted());
      SortedMap<String, String> files = IndexReader.tenantFiles(content.get());
      // A tenant.json that neither the index nor a killed run vouches for proves no file to be
      // ours.
      if (left || digest != null) {
        files.forEach((name, hash) -> digests.put(old.folder().resolve(name), hash));
      }
      files.put(facts.name(), own);
      if (left || FolderDigest.of(files).equals(digest)) {
        digests.put(facts, own);
      }
    }
    return new Ledger(digests, tree);
  }

  private static byte[] written(byte[] content, ExistingTree tree) {
    return tree.isCheckout() ? LineEnds.restored(content) : content;
  }

  /**
   * The ledger of a tenant's folder that the index vouches for and whose tenant.json is the
   * rendered one: both name the same files with the same digests, and tenant.json need not be read
   * and hashed.
   *
   * @return empty if the folder is not like that
   */
  static Optional<Ledger> ofUnchanged(
      TenantFolder tenant, @Nullable String digest, OldFacts old, ExistingTree tree) {
    if (!tenant.line().tenant().digest().equals(digest)) {
      return Optional.empty();
    }
    SortedMap<RelativePath, String> digests = new TreeMap<>();
    for (OutputFile file : tenant.files()) {
      if (file.path().equals(old.path()) && !old.hold(file)) {
        return Optional.empty();
      }
      digests.put(file.path(), file.digest());
    }
    return Optional.of(new Ledger(digests, tree));
  }

  /** All paths that are ours. */
  Iterable<RelativePath> paths() {
    return Collections.unmodifiableSet(digests.keySet());
  }

  /** Tells whether a path is ours. */
  boolean owns(RelativePath path) {
    return digests.containsKey(path) || interrupted.containsKey(path);
  }

  /** Tells whether a file is as we wrote it, or as a killed run did. */
  boolean isUntouched(RelativePath path, byte[] content) {
    String found = Sha256.of(content);
    return found.equals(digests.get(path)) || hasLeft(path, found, interrupted);
  }

  /**
   * Tells whether a file is as we wrote it but for its line ends, which Git converts on checkout.
   */
  boolean isConverted(RelativePath path, byte[] content) {
    if (!checkout) {
      return false;
    }
    byte[] restored = LineEnds.restored(content);
    return restored.length != content.length && isUntouched(path, restored);
  }

  /** Tells whether a killed run may have removed the file. */
  boolean mayBeGone(RelativePath path) {
    return hasLeft(path, "", interrupted);
  }

  private static boolean hasLeft(
      RelativePath path, String digest, Map<RelativePath, Set<String>> interrupted) {
    return interrupted.getOrDefault(path, Set.of()).contains(digest);
  }
}
