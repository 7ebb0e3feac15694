package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PublishedTenant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes index.json: one line per tenant, so that a change of one is a change of one line. */
final class IndexText {

  static final int SCHEMA = 1;

  private IndexText() {}

  static OutputFile file(OwnershipIndex index) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", SCHEMA);
    content.put("tool", index.tool());
    content.put("input", index.input());
    content.put(
        "tenants", index.tenants().stream().map(t -> new JsonWriter.OneLine(tenant(t))).toList());
    Map<String, Object> files = new LinkedHashMap<>();
    index.files().forEach((path, digest) -> files.put(path.value(), digest));
    content.put("files", files);
    return new OutputFile(
        OwnershipIndex.PATH, JsonWriter.pretty(content).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> tenant(PublishedTenant tenant) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", tenant.id().value());
    line.put("state", tenant.state().label());
    line.put("tier", tenant.tier());
    line.put("ring", tenant.ring().label());
    line.put("cluster", tenant.cluster());
    line.put("digest", tenant.digest());
    PublishedFactsText.put(tenant.remembered(), line);
    return line;
  }
}
