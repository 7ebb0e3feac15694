package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two trees: differences go to the sink; a difference that must not be there is
 * an obstacle.
 */
final class Comparison {

  private final CurrentTree current;
  private final ExistingTree existing;
  private final ChangeSink sink;
  private final Obstacles obstacles;
  private final Set<RelativePath> leftBehind;
  private int created;
  private int changed;
  private int removed;
  private int unchanged;
  private int converted;

  Comparison(CurrentTree current, ChangeSink sink, Obstacles obstacles) {
    this.current = current;
    this.existing = current.files();
    this.sink = sink;
    this.obstacles = obstacles;
    this.leftBehind = new TreeSet<>(existing.interrupted().keySet());
    leftBehind.remove(OwnershipIndex.PATH);
  }

  /**
   * Files that are owned together.
   *
   * @param tenant the owner, or null for files that tenants share
   */
  private record Unit(@Nullable TenantId tenant, Ledger ledger) {}

  List<Diagnostic> diagnostics() {
    return obstacles.diagnostics();
  }

  Plan.FileCounts counts() {
    return new Plan.FileCounts(created, changed, removed, unchanged);
  }

  /** How many files differed from what we wrote in their line ends alone. */
  int converted() {
    return converted;
  }

  /**
   * Compares a tenant's folder; returns whether a manifest in it differs.
   *
   * @param digest digest of the folder in the current tree, or null if there is none
   */
  boolean tenant(TenantFolder tenant, @Nullable String digest) throws IOException {
    OldFacts facts = OldFacts.of(tenant.folder(), existing);
    Ledger ledger =
        Ledger.ofUnchanged(tenant, digest, facts, existing)
            .orElseGet(() -> Ledger.ofTenant(digest, facts, existing));
    Unit unit = new Unit(tenant.line().tenant().id(), ledger);
    int manifests = 0;
    for (OutputFile file : tenant.files()) {
      boolean isFacts = file.path().equals(facts.path());
      boolean differs = compare(file, isFacts ? facts.content() : existing.read(file.path()), unit);
      manifests += differs && !isFacts ? 1 : 0;
    }
    return removeRest(tenant.files(), unit) + manifests > 0;
  }

  /** The digests of a folder's files, if they are those behind the folder's digest. */
  SortedMap<String, String> vouched(RelativePath folder, String digest) throws IOException {
    OldFacts facts = OldFacts.of(folder, existing);
    return facts.content().map(content -> vouched(facts, content, digest)).orElseGet(TreeMap::new);
  }

  /** The files of a folder by name, tenant.json and those that it names. */
  SortedMap<String, byte[]> former(RelativePath folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    OldFacts facts = OldFacts.of(folder, existing);
    if (facts.content().isPresent()) {
      byte[] content = facts.content().get();
      files.put(facts.path().name(), content);
      for (String name : IndexReader.tenantFiles(content).keySet()) {
        existing.read(folder.resolve(name)).ifPresent(bytes -> files.put(name, bytes));
      }
    }
    return files;
  }

  private static SortedMap<String, String> vouched(OldFacts facts, byte[] content, String digest) {
    SortedMap<String, String> files = IndexReader.tenantFiles(content);
    SortedMap<String, String> all = new TreeMap<>(files);
    all.put(facts.path().name(), Sha256.of(content));
    return FolderDigest.of(all).equals(digest) ? files : new TreeMap<>();
  }

  /** Removes a tenant's folder. */
  void remove(PublishedTenant gone, RelativePath folder) throws IOException {
    OldFacts facts = OldFacts.of(folder, existing);
    removeRest(List.of(), new Unit(gone.id(), Ledger.ofTenant(gone.digest(), facts, existing)));
  }

  /** The shared files without those that give way to files of somebody else. */
  SharedFiles ours(SharedFiles shared, OwnershipIndex previous) throws IOException {
    List<OutputFile> ours = new ArrayList<>();
    for (OutputFile file : shared.files()) {
      Optional<byte[]> old =
          previous.files().containsKey(file.path()) ? Optional.empty() : existing.read(file.path());
      boolean foreign = old.filter(bytes -> !Arrays.equals(bytes, file.content())).isPresent();
      if (!foreign || !obstacles.givesWay(file.path())) {
        ours.add(file);
      }
    }
    return new SharedFiles(shared.tool(), shared.input(), shared.waves(), ours);
  }

  /** Compares the files outside tenants' folders. */
  void shared(List<OutputFile> files, OwnershipIndex previous, boolean partial) throws IOException {
    Unit unit = new Unit(null, Ledger.ofRoot(previous, existing));
    for (OutputFile file : files) {
      compare(file, existing.read(file.path()), unit);
    }
    if (!partial) {
      removeRest(files, unit);
    }
  }

  /** Removes what killed runs wrote and neither the index nor the rendered tree knows. */
  void leftBehind() throws IOException {
    Unit unit = new Unit(null, Ledger.ofInterrupted(existing));
    for (RelativePath path : List.copyOf(leftBehind)) {
      removeOne(path, unit);
    }
  }

  /**
   * Compares index.json, the last file of all. Where nothing differs but fingerprints, it stays:
   * the tree is current, though other code would have rendered it.
   */
  void index(OutputFile file) throws IOException {
    byte[] old = current.indexBytes();
    if (old == null) {
      put(file, null, null);
      return;
    }
    byte[] written = existing.isCheckout() ? LineEnds.restored(old) : old;
    boolean same = IndexText.saysTheSame(written, file.content());
    if (same && written == old) {
      unchanged++;
      return;
    }
    converted += written == old ? 0 : 1;
    put(same ? new OutputFile(file.path(), written) : file, old, null);
  }

  private int removeRest(List<OutputFile> files, Unit unit) throws IOException {
    Set<RelativePath> rendered = new TreeSet<>();
    files.forEach(file -> rendered.add(file.path()));
    int before = removed;
    for (RelativePath path : unit.ledger().paths()) {
      if (!rendered.contains(path)) {
        removeOne(path, unit);
      }
    }
    return removed - before;
  }

  private void removeOne(RelativePath path, Unit unit) throws IOException {
    leftBehind.remove(path);
    Optional<byte[]> old = existing.read(path);
    if (old.isPresent() && (isOurs(path, old.get(), unit.ledger()) || obstacles.edited(path))) {
      removed++;
      sink.take(new Change(path, unit.tenant(), old.get(), null));
    }
  }

  /** Compares one file; returns whether it differs and may be written. */
  private boolean compare(OutputFile file, Optional<byte[]> old, Unit unit) throws IOException {
    RelativePath path = file.path();
    leftBehind.remove(path);
    if (old.isPresent() && Arrays.equals(old.get(), file.content())) {
      unchanged++;
      return false;
    }
    boolean allowed =
        old.isPresent() ? mayReplace(path, old.get(), unit.ledger()) : mayAdd(path, unit.ledger());
    if (allowed) {
      put(file, old.orElse(null), unit.tenant());
    }
    return allowed && (old.isEmpty() || !LineEnds.areAllThatDiffers(old.get(), file.content()));
  }

  private boolean mayAdd(RelativePath path, Ledger ledger) {
    boolean expected = ledger.owns(path) && !ledger.mayBeGone(path);
    return !expected || obstacles.missing(path);
  }

  private boolean mayReplace(RelativePath path, byte[] old, Ledger ledger) {
    if (isOurs(path, old, ledger)) {
      return true;
    }
    return ledger.owns(path) ? obstacles.edited(path) : obstacles.foreign(path);
  }

  /**
   * Whether a file holds what we wrote; converted line ends lose nothing when they are replaced.
   */
  private boolean isOurs(RelativePath path, byte[] content, Ledger ledger) {
    if (ledger.isUntouched(path, content)) {
      return true;
    }
    boolean only = ledger.isConverted(path, content);
    converted += only ? 1 : 0;
    return only;
  }

  private void put(OutputFile file, byte @Nullable [] old, @Nullable TenantId tenant)
      throws IOException {
    if (old == null) {
      created++;
    } else {
      changed++;
    }
    sink.take(new Change(file.path(), tenant, old, file));
  }
}
