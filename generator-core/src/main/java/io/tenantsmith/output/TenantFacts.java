package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a tenant's folder whole: its artifacts and tenant.json, which holds facts for scripts and
 * ApplicationSets and owns the folder's files. What the folder was rendered from is in the index
 * alone, so that a change that reaches no manifest changes no file of the folder.
 */
public final class TenantFacts {

  private static final String NAME = "tenant.json";

  private final Map<String, Object> facts;
  private final String source;
  private final PublishedTenant published;

  private TenantFacts(Map<String, Object> facts, String source, PublishedTenant published) {
    this.facts = facts;
    this.source = source;
    this.published = published;
  }

  /** The facts of a tenant. All that is read of it is read now. */
  public static TenantFacts of(ResolvedTenant tenant) {
    Cluster cluster = tenant.cluster();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("schema", 1);
    facts.put("id", tenant.id().value());
    facts.put("namespace", tenant.namespace());
    facts.put("tier", tenant.tier());
    facts.put("state", tenant.state().label());
    tenant.until().ifPresent(until -> facts.put("until", until));
    facts.put("ring", tenant.ring().label());
    facts.put("cluster", cluster.name().value());
    facts.put("region", cluster.region().value());
    facts.put("hostnames", tenant.hosts().all().stream().map(HostName::value).toList());
    return new TenantFacts(facts, tenant.file(), published(tenant));
  }

  /** What a later run is to know of the tenant, without a digest of its folder. */
  public PublishedTenant published() {
    return published;
  }

  /**
   * The folder.
   *
   * @param artifacts the files of all artifacts of the folder
   * @param rendered what the index remembers of them
   */
  public TenantFolder folder(
      RelativePath folder, List<OutputFile> artifacts, RenderedFacts rendered) {
    List<OutputFile> files = new ArrayList<>(artifacts);
    SortedMap<String, String> digests = new TreeMap<>();
    for (OutputFile file : artifacts) {
      digests.put(file.path().relativeTo(folder).value(), file.digest());
    }
    OutputFile own = new OutputFile(in(folder), text(rendered.objects(), digests));
    files.add(own);
    files.sort(Comparator.comparing(OutputFile::path));
    digests.put(NAME, own.digest());
    PublishedTenant line = published.withDigest(FolderDigest.of(digests));
    return new TenantFolder(new IndexLine(line, rendered), folder, files);
  }

  /** Where the tenant.json of a folder is. */
  static RelativePath in(RelativePath folder) {
    return folder.resolve(NAME);
  }

  private byte[] text(int objects, SortedMap<String, String> digests) {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    all.put("objects", objects);
    all.put("input", Map.of("file", source));
    all.put("files", digests);
    return JsonWriter.pretty(all).getBytes(StandardCharsets.UTF_8);
  }

  private static PublishedTenant published(ResolvedTenant tenant) {
    return new PublishedTenant(
        tenant.id(),
        tenant.state(),
        tenant.tier(),
        tenant.ring(),
        tenant.cluster().name().value(),
        "",
        PublishedFacts.of(tenant));
  }
}
