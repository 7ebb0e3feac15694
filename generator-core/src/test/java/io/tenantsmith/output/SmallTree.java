package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rendered tree of a few short files, given as {@code <tenant>/<name>} or {@code <name>}. */
record SmallTree(SortedMap<String, String> files, boolean isPartial) {

  static final String CLUSTER = "c1";

  /** A tree of names and texts, in turn. */
  static SmallTree of(String... namesAndTexts) {
    SortedMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new SmallTree(files, false);
  }

  SmallTree asPart() {
    return new SmallTree(files, true);
  }

  static String pathOf(String tenant, String name) {
    return "clusters/" + CLUSTER + "/tenants/" + tenant + "/" + name;
  }

  /** Compares it with a current tree, the way the engine does. */
  Plan plan(CurrentTree current, ChangeSink sink, HandEdits handEdits) throws IOException {
    Planner planner = new Planner(current, sink, new Planner.Terms("output", handEdits, isPartial));
    for (TenantFolder folder : folders()) {
      planner.tenant(folder);
    }
    return planner.finish(
        new SharedFiles("tenantsmith test", Sha256.of(files.toString()), List.of(), shared()));
  }

  private List<TenantFolder> folders() {
    SortedMap<String, SortedMap<String, String>> tenants = new TreeMap<>();
    files.forEach(
        (name, text) -> {
          int slash = name.indexOf('/');
          if (slash > 0) {
            tenants
                .computeIfAbsent(name.substring(0, slash), id -> new TreeMap<>())
                .put(name.substring(slash + 1), text);
          }
        });
    List<TenantFolder> folders = new ArrayList<>();
    tenants.forEach((id, texts) -> folders.add(folder(id, texts)));
    return folders;
  }

  private List<OutputFile> shared() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().indexOf('/') < 0)
        .map(file -> file(RelativePath.of("clusters/" + file.getKey()), file.getValue()))
        .toList();
  }

  private static TenantFolder folder(String id, SortedMap<String, String> texts) {
    TenantId tenant = TenantId.parse(id).value().orElseThrow();
    RelativePath folder = Layout.tenant(CLUSTER, tenant);
    List<OutputFile> all = new ArrayList<>();
    SortedMap<String, String> digests = new TreeMap<>();
    texts.forEach((name, text) -> all.add(file(folder.resolve(name), text)));
    all.forEach(file -> digests.put(file.path().relativeTo(folder).value(), file.digest()));
    OutputFile facts = file(TenantFacts.in(folder), JsonWriter.pretty(Map.of("files", digests)));
    all.add(facts);
    digests.put("tenant.json", facts.digest());
    all.sort(Comparator.comparing(OutputFile::path));
    RenderedFacts rendered =
        new RenderedFacts(
            Sha256.of(texts.toString()),
            texts.size(),
            all.size(),
            new Requests(new Cpu(1500), new Bytes(0), Bytes.ofGibi(2)),
            texts.size() > 1 ? "nightly-" + texts.size() : "");
    PublishedTenant entry =
        new PublishedTenant(
            tenant,
            TenantState.ACTIVE,
            "free",
            Ring.BROAD,
            CLUSTER,
            FolderDigest.of(digests),
            PublishedFacts.NOTHING);
    return new TenantFolder(new IndexLine(entry, rendered), folder, all);
  }

  private static OutputFile file(RelativePath path, String text) {
    return new OutputFile(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
