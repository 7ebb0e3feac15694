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
 * Makes a tenant's folder whole: its artifacts and tenant.json, which tells facts for scripts and
 * ApplicationSets and owns the folder's files.
 */
public final class TenantFacts {

  private static final String NAME = "tenant.json";

  private TenantFacts() {}

  /**
   * The folder.
   *
   * @param artifacts all in the folder
   * @param fingerprint digest of all that the folder depends on
   */
  public static TenantFolder folder(
      ResolvedTenant tenant, RelativePath folder, List<Artifact> artifacts, String fingerprint) {
    List<OutputFile> files = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      files.add(OutputFile.of(artifact));
    }
    files.sort(Comparator.comparing(OutputFile::path));
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.path().relativeTo(folder).value(), file.digest()));
    int objects = artifacts.stream().mapToInt(artifact -> artifact.objects().size()).sum();
    OutputFile facts = file(folder, facts(tenant, objects, new Sources(fingerprint, digests)));
    files.add(facts);
    files.sort(Comparator.comparing(OutputFile::path));
    digests.put(NAME, facts.digest());
    return new TenantFolder(entry(tenant, FolderDigest.of(digests)), folder, files);
  }

  /** Where the tenant.json of a folder is. */
  static RelativePath in(RelativePath folder) {
    return folder.resolve(NAME);
  }

  private static OutputFile file(RelativePath folder, Map<String, Object> facts) {
    return new OutputFile(in(folder), JsonWriter.pretty(facts).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> facts(ResolvedTenant tenant, int objects, Sources sources) {
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
    facts.put("environment", cluster.environment().value());
    facts.put("hostnames", tenant.hosts().all().stream().map(HostName::value).toList());
    facts.put("objects", objects);
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("file", tenant.file());
    input.put("fingerprint", sources.fingerprint);
    facts.put("input", input);
    facts.put("files", sources.digests);
    return facts;
  }

  private static PublishedTenant entry(ResolvedTenant tenant, String digest) {
    return new PublishedTenant(
        tenant.id(),
        tenant.state(),
        tenant.tier(),
        tenant.ring(),
        tenant.cluster().name().value(),
        digest,
        PublishedFacts.of(tenant));
  }

  private record Sources(String fingerprint, SortedMap<String, String> digests) {}
}
