package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.ExistingTree;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Sha256;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ownership in its plainest form: the index lists a digest and a path a line. */
final class PlainComparison {

  private PlainComparison() {}

  static OwnershipIndex index(ExistingTree existing) throws IOException {
    SortedMap<RelativePath, String> files = new TreeMap<>();
    existing
        .read(OwnershipIndex.PATH)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("")
        .lines()
        .forEach(line -> files.put(RelativePath.of(line.substring(72)), line.substring(0, 71)));
    return new OwnershipIndex("tenantsmith 0.1.0", "", List.of(), List.of(), files);
  }

  static Plan plan(ExistingTree existing, PlainTree rendered, ChangeSink sink) throws IOException {
    SortedMap<RelativePath, String> old = index(existing).files();
    SortedMap<RelativePath, String> next = new TreeMap<>();
    List<RelativePath> created = new ArrayList<>();
    List<RelativePath> changed = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (OutputFile file : rendered.outputFiles()) {
      next.put(file.path(), file.digest());
      Optional<String> now = existing.read(file.path()).map(Sha256::of);
      String known = old.get(file.path());
      if (known != null && !now.equals(Optional.of(known))) {
        faults.add(edited(file.path()));
      } else if (!now.equals(Optional.of(file.digest()))) {
        (known == null ? created : changed).add(file.path());
        sink.take(new Change(file.path(), null, null, file));
      }
    }
    List<RelativePath> removed = new ArrayList<>(old.keySet());
    removed.removeAll(next.keySet());
    for (RelativePath path : removed) {
      sink.take(new Change(path, null, null, null));
    }
    if (!next.equals(old)) {
      sink.take(new Change(OwnershipIndex.PATH, null, null, index(next)));
    }
    return new Plan(
        new Plan.FileCounts(
            created.size(),
            changed.size(),
            removed.size(),
            next.size() - created.size() - changed.size()),
        new Plan.TenantChanges(ids(created), ids(changed), ids(removed), List.of(), old.size()),
        faults,
        new OwnershipIndex("tenantsmith 0.1.0", "", List.of(), List.of(), next),
        0);
  }

  private static OutputFile index(SortedMap<RelativePath, String> files) {
    StringBuilder text = new StringBuilder();
    files.forEach((path, digest) -> text.append(digest).append(' ').append(path).append('\n'));
    return new OutputFile(OwnershipIndex.PATH, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ids(List<RelativePath> paths) {
    return paths.stream().map(RelativePath::name).toList();
  }

  private static Diagnostic edited(RelativePath path) {
    return Diagnostic.error(Code.OUT501, SourceRange.ofFile(path.value()), "edited by hand");
  }
}
