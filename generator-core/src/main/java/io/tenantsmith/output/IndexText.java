package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PublishedTenant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes index.json: one line per tenant, so that a change to one tenant changes one line. */
final class IndexText {

  static final int SCHEMA = 1;

  private static final Pattern FINGERPRINT =
      Pattern.compile(", \"fingerprint\": \"sha256:[0-9a-f]{64}\"");

  private IndexText() {}

  static OutputFile file(OwnershipIndex index) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", SCHEMA);
    content.put("tool", index.tool());
    content.put("input", index.input());
    WavesText.put(index.waves(), content);
    content.put(
        "tenants", index.lines().stream().map(line -> new JsonWriter.OneLine(line(line))).toList());
    Map<String, Object> files = new LinkedHashMap<>();
    index.files().forEach((path, digest) -> files.put(path.value(), digest));
    content.put("files", files);
    return new OutputFile(
        OwnershipIndex.PATH, JsonWriter.pretty(content).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether two texts differ in fingerprints at most. */
  static boolean saysTheSame(byte[] one, byte[] other) {
    return Arrays.equals(one, other) || plain(one).equals(plain(other));
  }

  private static String plain(byte[] index) {
    String text = new String(index, StandardCharsets.UTF_8);
    return FINGERPRINT.matcher(text).replaceAll("");
  }

  private static Map<String, Object> line(IndexLine indexLine) {
    PublishedTenant tenant = indexLine.tenant();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", tenant.id().value());
    line.put("state", tenant.state().label());
    PublishedFactsText.putPromise(tenant.remembered(), line);
    line.put("tier", tenant.tier());
    line.put("ring", tenant.ring().label());
    line.put("cluster", tenant.cluster());
    line.put("digest", tenant.digest());
    indexLine.rendered().ifPresent(facts -> RenderedFactsText.put(facts, line));
    PublishedFactsText.put(tenant.remembered(), line);
    return line;
  }
}
