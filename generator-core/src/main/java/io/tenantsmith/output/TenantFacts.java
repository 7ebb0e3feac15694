package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
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

  private TenantFacts() {}

  /**
   * The folder.
   *
   * @param artifacts all artifacts of the folder
   * @param rendered what the index remembers of them
   */
  public static TenantFolder folder(
      ResolvedTenant tenant,
      RelativePath folder,
      List<Artifact> artifacts,
      RenderedFacts rendered) {
    List<OutputFile> files = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      files.add(OutputFile.of(artifact));
    }
    files.sort(Comparator.comparing(OutputFile::path));
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.path().relativeTo(folder).value(), file.digest()));
    OutputFile facts = file(folder, facts(tenant, rendered.objects(), digests));
    files.add(facts);
    files.sort(Comparator.comparing(OutputFile::path));
    digests.put(NAME, facts.digest());
    PublishedTenant published = published(tenant, FolderDigest.of(digests));
    return new TenantFolder(new IndexLine(published, rendered), folder, files);
  }

  /** Where the tenant.json of a folder is. */
  static RelativePath in(RelativePath folder) {
    return folder.resolve(NAME);
  }

  private static OutputFile file(RelativePath folder, Map<String, Object> facts) {
    return new OutputFile(in(folder), JsonWriter.pretty(facts).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> facts(
      ResolvedTenant tenant, int objects, SortedMap<String, String> digests) {
    Cluster cluster = tenant.cluster();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("schema", 1);
    facts.put("id", tenant.id().value());
    facts.put("namespace", tenant.namespace());
    facts.put("tier", tenant.tier());
    facts.put("state", tenant.state().label());
    facts.put("ring", tenant.ring().label());
    facts.put("cluster", cluster.name().value());
    facts.put("region", cluster.region().value());
    facts.put("hostnames", tenant.hosts().all().stream().map(HostName::value).toList());
    facts.put("objects", objects);
    facts.put("input", Map.of("file", tenant.file()));
    facts.put("files", digests);
    return facts;
  }

  private static PublishedTenant published(ResolvedTenant tenant, String digest) {
    return new PublishedTenant(
        tenant.id(),
        tenant.state(),
        tenant.tier(),
        tenant.ring(),
        tenant.cluster().name().value(),
        digest,
        PublishedFacts.of(tenant));
  }
}
