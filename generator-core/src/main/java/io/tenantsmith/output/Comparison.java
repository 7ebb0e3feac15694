package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One comparison of two trees: what differs goes to the sink, what must not goes to findings. */
final class Comparison {

  private final ExistingTree existing;
  private final ChangeSink sink;
  private final Findings findings;
  private final Set<RelativePath> leftBehind;
  private int created;
  private int changed;
  private int removed;
  private int unchanged;

  Comparison(ExistingTree existing, ChangeSink sink, Findings findings) {
    this.existing = existing;
    this.sink = sink;
    this.findings = findings;
    this.leftBehind = new TreeSet<>(existing.interrupted().keySet());
    leftBehind.remove(OwnershipIndex.PATH);
  }

  Findings findings() {
    return findings;
  }

  Plan.FileCounts counts() {
    return new Plan.FileCounts(created, changed, removed, unchanged);
  }

  /** Compares a tenant's folder; tells whether anything in it differs. */
  boolean tenant(TenantFolder tenant, @Nullable PublishedTenant before) throws IOException {
    String digest = before == null ? null : before.digest();
    int differences = differences();
    Optional<Ledger> unchanged = Ledger.ofUnchanged(tenant, digest, existing);
    unit(
        tenant.files(),
        unchanged.isPresent()
            ? unchanged.get()
            : Ledger.ofTenant(tenant.folder(), digest, existing));
    return differences() > differences;
  }

  /** Removes a tenant's folder. */
  void remove(RelativePath folder, String digest) throws IOException {
    unit(List.of(), Ledger.ofTenant(folder, digest, existing));
  }

  /** Compares what is outside tenants' folders. */
  void root(RenderedTree rendered, OwnershipIndex previous) throws IOException {
    Ledger ledger = Ledger.ofRoot(previous, existing);
    for (OutputFile file : rendered.rootFiles()) {
      compare(file, ledger);
    }
    if (!rendered.isPartial()) {
      removeRest(rendered.rootFiles(), ledger);
    }
  }

  /** Removes what killed runs wrote and neither the index nor the rendered tree knows. */
  void leftBehind() throws IOException {
    Ledger ledger = Ledger.ofInterrupted(existing);
    for (RelativePath path : List.copyOf(leftBehind)) {
      removeOne(path, ledger);
    }
  }

  /** Compares index.json, the last file of all. */
  void index(OutputFile file) throws IOException {
    Optional<byte[]> old = existing.read(file.path());
    if (old.isPresent() && Arrays.equals(old.get(), file.content())) {
      unchanged++;
    } else {
      put(file, old.isEmpty());
    }
  }

  private int differences() {
    return created + changed + removed;
  }

  private void unit(List<OutputFile> files, Ledger ledger) throws IOException {
    for (OutputFile file : files) {
      compare(file, ledger);
    }
    removeRest(files, ledger);
  }

  private void removeRest(List<OutputFile> files, Ledger ledger) throws IOException {
    Set<RelativePath> rendered = new TreeSet<>();
    files.forEach(file -> rendered.add(file.path()));
    for (RelativePath path : ledger.paths()) {
      if (!rendered.contains(path)) {
        removeOne(path, ledger);
      }
    }
  }

  private void removeOne(RelativePath path, Ledger ledger) throws IOException {
    leftBehind.remove(path);
    Optional<byte[]> old = existing.read(path);
    if (old.isPresent() && (ledger.isUntouched(path, old.get()) || findings.edited(path))) {
      removed++;
      sink.remove(path);
    }
  }

  private void compare(OutputFile file, Ledger ledger) throws IOException {
    RelativePath path = file.path();
    leftBehind.remove(path);
    Optional<byte[]> old = existing.read(path);
    if (old.isEmpty()) {
      boolean expected = ledger.owns(path) && !ledger.mayBeGone(path);
      if (!expected || findings.missing(path)) {
        put(file, true);
      }
    } else if (Arrays.equals(old.get(), file.content())) {
      unchanged++;
    } else if (ledger.isUntouched(path, old.get()) || mayReplace(path, ledger)) {
      put(file, false);
    }
  }

  private boolean mayReplace(RelativePath path, Ledger ledger) {
    return ledger.owns(path) ? findings.edited(path) : findings.foreign(path);
  }

  private void put(OutputFile file, boolean isNew) throws IOException {
    if (isNew) {
      created++;
    } else {
      changed++;
    }
    sink.put(file);
  }
}
